import { PRIORITIES, TICKET_TYPES } from '@daylight/domain';
import { useQuery } from '@daylight/web-data';
import { instantOf, wallClock } from '@daylight/web-format';
import { EmptyState, Grid, Panel, Select, Skeleton, Stack, TextField, useNow, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../clients/client-select.js';
import { SimulateEscalationDocument } from '../escalation/generated/preview.js';
import { Simulated } from '../escalation/simulated.js';
import { PolicyContractsDocument } from './generated/escalation-policies.js';

const DAY = 86_400_000;

/** 03:00 of the Sunday to come: the hour at which a ladder is worth trying. */
function nextNight(now: number, zone: string): string {
  const today = wallClock(now, zone).slice(0, 10);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return `${new Date(Date.parse(`${today}T00:00:00Z`) + (7 - weekday) * DAY).toISOString().slice(0, 10)}T03:00`;
}

/** "P1 at 03:00 on Sunday for this client": who would be called, by the ladder as it is saved now. */
export function Simulator() {
  const text = useText();
  const zone = useZone();
  const now = useNow('minute');
  const [tenantId, setTenantId] = useState<string | null>(null);
  const [contract, setContract] = useState('');
  const [priority, setPriority] = useState<(typeof PRIORITIES)[number]>('P1');
  const [type, setType] = useState<(typeof TICKET_TYPES)[number]>('INCIDENT');
  const [wall, setWall] = useState(() => nextNight(now, zone));
  const at = instantOf(wall, zone);
  const [{ data: found }] = useQuery({
    query: PolicyContractsDocument,
    variables: { tenantId },
    pause: tenantId === null,
  });
  const contracts = (found?.contracts.edges ?? [])
    .map(({ node }) => node)
    .filter((node) => node.tenantId === tenantId)
    .map(({ id, title }) => ({ value: id, label: title }));
  const chosen = contract === '' ? (contracts[0]?.value ?? 'none') : contract;
  const [{ data, fetching }] = useQuery({
    query: SimulateEscalationDocument,
    variables: {
      tenantId: tenantId ?? '',
      contractId: chosen === 'none' ? null : chosen,
      priority,
      type,
      at: at ?? '',
    },
    pause: tenantId === null || at === null,
  });
  const simulation = data?.simulateEscalation ?? null;
  return (
    <Panel title={text('simulate.title')} description={text('simulate.lead')}>
      <Stack>
        <Grid min={12}>
          <ClientSelect
            value={tenantId}
            onChange={(id) => {
              setTenantId(id);
              setContract('');
            }}
          />
          <Select
            label={text('ticket.contract')}
            value={chosen}
            options={[...contracts, { value: 'none', label: text('simulate.noContract') }]}
            onChange={setContract}
          />
          <Select
            label={text('ticket.priority')}
            value={priority}
            options={PRIORITIES.map((one) => ({ value: one, label: one }))}
            onChange={setPriority}
          />
          <Select
            label={text('ticket.type')}
            value={type}
            options={TICKET_TYPES.map((one) => ({ value: one, label: text(`ticket.type.${one}`) }))}
            onChange={setType}
          />
          <TextField label={text('simulate.at', { zone })} type="datetime-local" value={wall} onChange={setWall} />
        </Grid>
        {tenantId === null ? (
          <EmptyState compact title={text('simulate.pick')} />
        ) : simulation === null ? (
          fetching ? (
            <Skeleton height="3rem" lines={3} />
          ) : (
            <EmptyState compact title={text('page.gone')} />
          )
        ) : (
          <Simulated simulation={simulation} />
        )}
      </Stack>
    </Panel>
  );
}
