import { QueryView, useLocal, useMay } from '@daylight/web-app';
import { useQuery, useSession } from '@daylight/web-data';
import { formatInstant, now } from '@daylight/web-format';
import {
  Button,
  EmptyState,
  FigureTile,
  Grid,
  Link,
  PageLayout,
  Panel,
  Row,
  Stack,
  Text,
  periodKeyOf,
  useLanguage,
  useNow,
  useZone,
} from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { OpenNow } from '../../features/contract/open-now.js';
import { MarkReadButton } from '../../features/notifications/mark-read-button.js';
import { NotificationList } from '../../features/notifications/notification-list.js';
import { OPEN_STATUSES } from '../../features/tickets/filters.js';
import { TicketTable } from '../../features/tickets/ticket-table.js';
import { HomePageDocument, type HomePageQuery } from './generated/home.js';
import classes from './home-page.module.css';
import { NowStrip } from './now-strip.js';
import { ServicesNow } from './services-now.js';
import { ToDo } from './to-do.js';

/** Where a client begins: how things stand, what waits for them, how this month goes. */
export function HomePage() {
  const text = useText();
  const language = useLanguage();
  const zone = useZone();
  const { tenant } = useSession();
  const may = useMay();
  const today = useNow('minute');
  const variables = {
    open: OPEN_STATUSES,
    period: periodKeyOf('MONTH', now(), zone),
    contracts: may('contract:read'),
    reviews: may('review:read'),
    kpis: may('kpi:read'),
  };
  const [result, ask] = useQuery({ query: HomePageDocument, variables });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <PageLayout
      title={tenant?.name ?? text('app.nav.home')}
      documentTitle={text('app.nav.home')}
      description={formatInstant(today, { language, zone, style: 'date' })}
    >
      <QueryView state={result} onRetry={refresh} lines={6} lineHeight="5rem">
        {(data) => (
          <>
            <NowStrip data={data} company={may('ticket:read')} />
            {may('outage:read') ? <ServicesNow /> : null}
            <div className={classes['split']}>
              <Stack gap="l">
                <OpenTickets data={data} company={may('ticket:read')} />
                <Figures data={data} />
              </Stack>
              <Stack gap="l">
                <ToDo data={data} may={may} />
                <Hours data={data} />
                <News data={data} onRead={refresh} />
              </Stack>
            </div>
          </>
        )}
      </QueryView>
    </PageLayout>
  );
}

/** The reader's own; for who has none but looks after the company's, those. */
function OpenTickets({ data, company }: { readonly data: HomePageQuery; readonly company: boolean }) {
  const text = useText();
  const may = useMay();
  const own = data.mine.edges.map(({ node }) => node);
  const which = own.length === 0 && company ? 'COMPANY' : 'MINE';
  const tickets = which === 'MINE' ? own : data.company.edges.slice(0, 8).map(({ node }) => node);
  return (
    <Panel
      title={text(`home.tickets.${which}`)}
      look="flush"
      actions={<Link href={`/tickets?view=${which}&status=open`}>{text('home.all')}</Link>}
    >
      <TicketTable
        compact
        caption={text(`home.tickets.${which}`)}
        tickets={tickets}
        empty={
          <EmptyState
            compact
            title={text('home.mine.none')}
            action={may('ticket:open') ? <Button href="/tickets/new">{text('app.newTicket')}</Button> : undefined}
          >
            {text('tickets.none.body')}
          </EmptyState>
        }
      />
    </Panel>
  );
}

function Figures({ data: { kpis } }: { readonly data: HomePageQuery }) {
  const text = useText();
  const figures = kpis?.figures.filter(({ group }) => group === 'ATTAINMENT').slice(0, 4) ?? [];
  if (kpis === null || kpis === undefined || figures.length === 0) return null;
  return (
    <section aria-labelledby="home-figures">
      <Stack gap="s">
        <Row justify="between" align="baseline">
          <h2 id="home-figures" className={classes['heading']}>
            {text('home.figures', { period: kpis.period.label })}
          </h2>
          <Link href={`/kpis?period=${kpis.period.key}`}>{text('home.figures.all')}</Link>
        </Row>
        <Grid min={18}>
          {figures.map((figure) => (
            <FigureTile
              key={`${figure.key}${figure.clock ?? ''}`}
              figure={figure}
              href={`/kpis/items?period=${kpis.period.key}&key=${figure.key}${figure.clock === null ? '' : `&clock=${figure.clock}`}`}
            />
          ))}
        </Grid>
      </Stack>
    </section>
  );
}

function Hours({ data: { serviceHours } }: { readonly data: HomePageQuery }) {
  const text = useText();
  const local = useLocal();
  if (serviceHours.length === 0) return null;
  return (
    <Panel title={text('hours.title')}>
      <Stack gap="s">
        {serviceHours.map((hours) => (
          <Row key={hours.calendarId} justify="between">
            <Text look="strong">{local(hours.name)}</Text>
            <OpenNow hours={hours} />
          </Row>
        ))}
      </Stack>
    </Panel>
  );
}

function News({ data, onRead }: { readonly data: HomePageQuery; readonly onRead: () => void }) {
  const text = useText();
  const unread = data.notifications.edges.map(({ node }) => node);
  const [newest] = unread;
  return (
    <Panel
      title={text('notification.unread', { count: data.unreadNotificationCount })}
      look="flush"
      actions={newest === undefined ? undefined : <MarkReadButton upTo={newest.createdAt} onDone={onRead} />}
    >
      {newest === undefined ? (
        <EmptyState compact title={text('notification.none')} />
      ) : (
        <NotificationList notifications={unread} />
      )}
    </Panel>
  );
}
