import { oneOf, Pager, QueryView, useAddress, useGo, useLocal, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import {
  Badge,
  Button,
  Checkbox,
  type Column,
  DataTable,
  EmptyState,
  Link,
  PageLayout,
  Panel,
  Row,
  Stack,
  Tabs,
  Text,
  Time,
} from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { CalendarWords } from '../../features/calendars/calendar-words.js';
import { CalendarsPageDocument, type CalendarWholeFragment } from '../../features/calendars/generated/calendars.js';
import { Holidays } from '../../features/calendars/holidays.js';
import { readCalendar } from '../../features/calendars/hours.js';

/** Service hours kept for new contracts, and the official days that calendars follow. */
export function CalendarsPage() {
  const text = useText();
  const mayEdit = useMay()('calendar:edit');
  const address = useAddress();
  const tab = oneOf(address.get('tab'), ['hours', 'holidays']);
  return (
    <PageLayout
      title={text('app.nav.calendars')}
      description={text('calendars.lead')}
      actions={
        mayEdit && tab === 'hours' ? (
          <Button look="primary" href="/calendars/new">
            {text('calendars.new')}
          </Button>
        ) : undefined
      }
    >
      <Tabs
        label={text('app.nav.calendars')}
        value={tab}
        onChange={(next) => address.set({ tab: next === 'hours' ? null : next, after: null })}
        tabs={[
          { id: 'hours', label: text('calendars.kept'), content: tab === 'hours' ? <Kept /> : null },
          {
            id: 'holidays',
            label: text('calendar.holidays'),
            content: tab === 'holidays' ? <Holidays mayEdit={mayEdit} /> : null,
          },
        ]}
      />
    </PageLayout>
  );
}

function Kept() {
  const text = useText();
  const go = useGo();
  const local = useLocal();
  const address = useAddress();
  const includeArchived = address.get('archived') === '1';
  const [state, ask] = useQuery({
    query: CalendarsPageDocument,
    variables: { first: 50, after: address.get('after'), includeArchived },
  });
  const hours = (document: unknown) => {
    const calendar = readCalendar(document);
    return calendar === null ? '–' : <CalendarWords document={calendar} />;
  };
  const columns: readonly Column<CalendarWholeFragment>[] = [
    {
      id: 'name',
      header: text('calendar.name'),
      width: '16rem',
      primary: true,
      cell: ({ id, name, archived }) => (
        <Row gap="s">
          <Link href={`/calendars/${id}`}>{local(name)}</Link>
          {archived ? <Badge>{text('calendars.archived')}</Badge> : null}
        </Row>
      ),
    },
    { id: 'hours', header: text('app.nav.calendars'), cell: ({ document }) => hours(document) },
    {
      id: 'at',
      header: text('calendars.changed'),
      width: '14rem',
      wideOnly: true,
      cell: ({ updatedAt, updatedBy }) => (
        <Stack gap="xs">
          <Time at={updatedAt} style="date" />
          <Text look="small">{updatedBy?.displayName ?? ''}</Text>
        </Stack>
      ),
    },
  ];
  return (
    <Stack>
      <Checkbox
        label={text('calendars.showArchived')}
        checked={includeArchived}
        onChange={(checked) => address.set({ archived: checked ? '1' : null, after: null })}
      />
      <Panel look="flush">
        <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ calendarTemplates }) => (
            <DataTable
              caption={text('app.nav.calendars')}
              columns={columns}
              rows={calendarTemplates.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              onOpen={({ id }) => go(`/calendars/${id}`)}
              empty={<EmptyState title={text('calendars.empty.title')}>{text('calendars.empty.body')}</EmptyState>}
              footer={
                calendarTemplates.pageInfo.hasNextPage || address.get('after') !== null ? (
                  <Pager address={address} next={calendarTemplates.pageInfo} />
                ) : undefined
              }
            />
          )}
        </QueryView>
      </Panel>
    </Stack>
  );
}
