import { AppLink, ExclusionList, OutageLine, Updates, useLocal } from '@daylight/web-app';
import { EmptyState, Panel, Row, Stack, Text } from '@daylight/web-ui';
import { IconCircleCheck } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import type { OutageWholeFragment } from './generated/availability.js';
import classes from './status.module.css';

/** What went wrong, newest first, with everything that was told about it. */
export function Incidents({ incidents }: { readonly incidents: readonly OutageWholeFragment[] }) {
  const text = useText();
  return (
    <Panel title={text('status.incidents')} look="flush" anchor="incidents">
      {incidents.length === 0 ? (
        <EmptyState compact icon={<IconCircleCheck stroke={1.5} />} title={text('status.incidents.none')} />
      ) : (
        <ol className={classes['incidents']}>
          {incidents.map((incident) => (
            <li key={incident.id} id={`outage-${incident.id}`}>
              <Incident incident={incident} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Incident({ incident }: { readonly incident: OutageWholeFragment }) {
  const text = useText();
  const local = useLocal();
  const { tickets, exclusions, updates } = incident;
  return (
    <article>
      <Stack gap="s">
        <h3 className={classes['title']}>{local(incident.title)}</h3>
        <OutageLine outage={incident} />
        {tickets.length === 0 ? null : (
          <Row gap="s">
            <Text look="small">{text('status.tickets')}</Text>
            {tickets.map(({ ticketId, key }) => (
              <AppLink key={ticketId} href={`/tickets/${ticketId}`}>
                {key}
              </AppLink>
            ))}
          </Row>
        )}
        <Updates updates={updates} />
      </Stack>
      {exclusions.length === 0 ? null : (
        <div className={classes['claims']}>
          <ExclusionList label={text('status.claims.of', { title: local(incident.title) })} exclusions={exclusions} />
        </div>
      )}
    </article>
  );
}
