import { Problems, QueryView, useGo, useLocal, useMay, useParam, Permitted } from '@daylight/web-app';
import { outcomeOf, useQuery } from '@daylight/web-data';
import type { CalendarDocument } from '@daylight/domain';
import { Badge, Button, EmptyState, Notice, PageLayout, Panel, Row, Skeleton, Stack, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { CalendarFields } from '../../features/calendars/calendar-fields.js';
import { CalendarWords } from '../../features/calendars/calendar-words.js';
import {
  CalendarPageDocument,
  CreateCalendarDocument,
  HolidayRegionsDocument,
  UpdateCalendarDocument,
  type CalendarWholeFragment,
} from '../../features/calendars/generated/calendars.js';
import { newCalendar, readCalendar } from '../../features/calendars/hours.js';
import { within, type FieldProblem } from '../../features/forms/field-problems.js';
import { useAct } from '../../features/forms/use-act.js';

/** Kept service hours, or new ones. Contracts hold copies: what is changed here changes no contract. */
export function CalendarPage() {
  const text = useText();
  const id = useParam('calendarId');
  const isNew = id === '';
  const [state, ask] = useQuery({ query: CalendarPageDocument, variables: { id }, pause: isNew });
  const back = { href: '/calendars', label: text('app.nav.calendars') };
  if (isNew)
    return (
      <Permitted permission="calendar:edit" title={text('calendars.new')} back={back}>
        <Editor stored={null} start={newCalendar('Asia/Seoul')} />
      </Permitted>
    );
  const stored = state.data?.calendarTemplate ?? null;
  const start = stored === null ? null : readCalendar(stored.document);
  if (stored !== null && start !== null) return <Editor key={stored.id} stored={stored} start={start} />;
  if (state.data !== undefined)
    return (
      <PageLayout title={text('app.nav.calendars')} back={back}>
        <Panel>
          <EmptyState title={text('calendars.gone')} />
        </Panel>
      </PageLayout>
    );
  return (
    <PageLayout title={<Skeleton height="2rem" width="14rem" />} documentTitle={text('app.nav.calendars')} back={back}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={3} lineHeight="8rem">
        {() => null}
      </QueryView>
    </PageLayout>
  );
}

function Editor({
  stored,
  start,
}: {
  readonly stored: CalendarWholeFragment | null;
  readonly start: CalendarDocument;
}) {
  const text = useText();
  const go = useGo();
  const local = useLocal();
  const toast = useToast();
  const mayEdit = useMay()('calendar:edit');
  const [regions] = useQuery({ query: HolidayRegionsDocument, requestPolicy: 'cache-first' });
  const create = useAct(CreateCalendarDocument);
  const update = useAct(UpdateCalendarDocument);
  const [document, setDocument] = useState(start);
  const [version, setVersion] = useState(stored?.version ?? 0);
  const [archived, setArchived] = useState(stored?.archived ?? false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [stale, setStale] = useState<CalendarWholeFragment | null>(null);
  const own = within(problems, 'document');

  function saved(calendar: CalendarWholeFragment): void {
    setProblems([]);
    setStale(null);
    setVersion(calendar.version);
    setArchived(calendar.archived);
    toast({ text: text('calendars.saved', { name: local(calendar.name) }) });
    if (stored === null) go(`/calendars/${calendar.id}`);
  }
  async function save(asArchived: boolean, base = version): Promise<void> {
    if (stored === null) {
      const data = await create.run({ input: { document } });
      if (data !== null)
        outcomeOf(data.createCalendarTemplate, {
          CalendarTemplateSaved: ({ calendar }) => saved(calendar),
          InputRefused: (refused) => setProblems(refused.problems),
        });
      return;
    }
    const data = await update.run({ input: { id: stored.id, version: base, document, archived: asArchived } });
    if (data === null) return;
    outcomeOf(data.updateCalendarTemplate, {
      CalendarTemplateSaved: ({ calendar }) => saved(calendar),
      StaleCalendarTemplate: ({ current }) => setStale(current),
      InputRefused: (refused) => setProblems(refused.problems),
      NotFound: () => setProblems([{ path: '', message: text('calendars.gone') }]),
    });
  }
  function takeTheirs(current: CalendarWholeFragment): void {
    const theirs = readCalendar(current.document);
    if (theirs !== null) setDocument(theirs);
    setVersion(current.version);
    setStale(null);
  }
  const theirs = stale === null ? null : readCalendar(stale.document);
  const title = stored === null ? text('calendars.new') : local(document.name) || text('editor.calendar.unnamed');
  const actions = mayEdit ? (
    <>
      {stored === null ? null : (
        <Button onClick={() => void save(!archived)}>
          {text(archived ? 'calendars.unarchive' : 'calendars.archive')}
        </Button>
      )}
      <Button look="primary" busy={create.busy || update.busy} onClick={() => void save(archived)}>
        {text('form.save')}
      </Button>
    </>
  ) : undefined;
  return (
    <PageLayout
      title={
        <Row gap="s">
          <span>{title}</span>
          {archived ? <Badge>{text('calendars.archived')}</Badge> : null}
        </Row>
      }
      documentTitle={title}
      description={text('calendars.copies')}
      back={{ href: '/calendars', label: text('app.nav.calendars') }}
      actions={actions}
    >
      {problems.length === 0 ? null : (
        <Problems
          title={text('form.refused')}
          messages={problems.filter(({ path }) => path === '' || path === 'document').map(({ message }) => message)}
        />
      )}
      {stale === null ? null : (
        <Notice tone="warn" live title={text('stale.title')}>
          <Stack gap="s">
            {theirs === null ? null : <CalendarWords document={theirs} />}
            <Row gap="s">
              <Button size="small" onClick={() => takeTheirs(stale)}>
                {text('stale.takeTheirs')}
              </Button>
              <Button size="small" onClick={() => void save(archived, stale.version)}>
                {text('review.saveMine')}
              </Button>
            </Row>
          </Stack>
        </Notice>
      )}
      <Panel>
        {mayEdit ? (
          <CalendarFields
            document={document}
            onChange={setDocument}
            problems={own}
            regions={regions.data?.holidayRegions ?? []}
          />
        ) : (
          <CalendarWords document={document} />
        )}
      </Panel>
    </PageLayout>
  );
}
