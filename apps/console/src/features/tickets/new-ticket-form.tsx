import { MAX_FILE_BYTES, Problems, useAddress, useGo, useLocal, useUploads } from '@daylight/web-app';
import { useMutation, useQuery } from '@daylight/web-data';
import { now } from '@daylight/web-format';
import {
  Button,
  Checkbox,
  FileDrop,
  Grid,
  isComposing,
  Panel,
  SearchSelect,
  Segments,
  Select,
  Stack,
  TextArea,
  TextField,
  useZone,
} from '@daylight/web-ui';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useText } from '../../app/text.js';
import { instantOf, wallClock } from '../page/local-instant.js';
import {
  OpenTicketForClientDocument,
  TenantChoicesDocument,
  TenantPeopleDocument,
  TenantServicesDocument,
  type OpenTicketForClientInput,
} from './generated/tickets.js';
import { Promises } from './promises.js';

const TYPES = ['INCIDENT', 'SERVICE_REQUEST', 'CHANGE', 'PROBLEM', 'SECURITY_INCIDENT'] as const;
const CHANNELS = ['PHONE', 'CONSOLE'] as const;
const GRADES = ['1', '2', '3'] as const;

/** Opens a ticket for somebody who called: the promises of their contract show before it is sent. */
export function NewTicketForm() {
  const text = useText();
  const local = useLocal();
  const address = useAddress();
  const zone = useZone();
  const uploads = useUploads();
  const [tenant, setTenant] = useState(address.get('client'));
  const [requester, setRequester] = useState<string | null>(null);
  const [service, setService] = useState('');
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('PHONE');
  const [called, setCalled] = useState(() => wallClock(now(), zone));
  const [type, setType] = useState<(typeof TYPES)[number]>('INCIDENT');
  const [impact, setImpact] = useState<(typeof GRADES)[number]>('2');
  const [urgency, setUrgency] = useState<(typeof GRADES)[number]>('2');
  const [subject, setSubject] = useState('');
  const [description, setDescription] = useState('');
  const [confidential, setConfidential] = useState(false);
  const [{ data: tenants }] = useQuery({ query: TenantChoicesDocument, variables: { search: null } });
  const chosen = { tenantId: tenant ?? '' };
  const [{ data: services }] = useQuery({ query: TenantServicesDocument, variables: chosen, pause: tenant === null });
  const [{ data: people }] = useQuery({ query: TenantPeopleDocument, variables: chosen, pause: tenant === null });
  const open = useOpen();
  const offered = services?.tenantServiceItems ?? [];
  const taken = offered.length === 1 ? (offered[0]?.id ?? '') : service;
  const calledAt = channel === 'PHONE' ? instantOf(called, zone) : null;
  const ready = tenant !== null && taken !== '' && subject.trim() !== '' && !uploads.busy && !open.busy;
  const submit = (): void => {
    if (tenant === null || !ready) return;
    void open.send({
      tenantId: tenant,
      type,
      serviceItemId: taken,
      impact: Number(impact),
      urgency: Number(urgency),
      channel,
      calledAt,
      requesterId: requester,
      subject: subject.trim(),
      description,
      confidential,
      fileIds: [...uploads.fileIds],
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code === 'Enter' && (event.metaKey || event.ctrlKey) && !isComposing(event.nativeEvent)) submit();
  };
  const onForm = (event: FormEvent): void => {
    event.preventDefault();
    submit();
  };
  return (
    <form onSubmit={onForm} onKeyDown={onKeyDown}>
      <Stack>
        <Problems messages={open.problems} />
        <Panel title={text('newTicket.who')}>
          <Grid>
            <SearchSelect
              label={text('queue.client')}
              required
              value={tenant}
              options={(tenants?.tenants.edges ?? []).map(({ node }) => ({
                value: node.id,
                label: `${node.name} (${node.prefix})`,
              }))}
              onChange={(id) => {
                setTenant(id);
                setService('');
                setRequester(null);
              }}
            />
            <SearchSelect
              label={text('ticket.requester')}
              clearable
              disabled={tenant === null}
              value={requester}
              options={(people?.clientUsers.edges ?? []).map(({ node }) => ({
                value: node.id,
                label: node.displayName,
              }))}
              onChange={setRequester}
            />
            <Segments
              label={text('ticket.channel')}
              value={channel}
              options={CHANNELS.map((value) => ({ value, label: text(`ticket.channel.${value}`) }))}
              onChange={setChannel}
            />
            {channel === 'PHONE' ? (
              <TextField
                label={text('newTicket.called')}
                description={text('newTicket.calledHelp')}
                type="datetime-local"
                max={wallClock(now(), zone)}
                value={called}
                onChange={setCalled}
              />
            ) : null}
          </Grid>
        </Panel>
        <Panel title={text('newTicket.what')}>
          <Stack>
            <Grid>
              <Select
                label={text('ticket.service')}
                required
                disabled={tenant === null}
                value={taken}
                placeholder={text('ticket.choose')}
                options={offered.map(({ id, name }) => ({ value: id, label: local(name) }))}
                onChange={setService}
              />
              <Select
                label={text('ticket.type')}
                value={type}
                options={TYPES.map((value) => ({ value, label: text(`ticket.type.${value}`) }))}
                onChange={setType}
              />
            </Grid>
            <Segments
              label={text('ticket.impact')}
              value={impact}
              options={GRADES.map((value) => ({ value, label: text(`ticket.impact.${value}`) }))}
              onChange={setImpact}
            />
            <Segments
              label={text('ticket.urgency')}
              value={urgency}
              options={GRADES.map((value) => ({ value, label: text(`ticket.urgency.${value}`) }))}
              onChange={setUrgency}
            />
            {tenant === null || taken === '' ? null : (
              <Promises
                input={{
                  tenantId: tenant,
                  serviceItemId: taken,
                  type,
                  impact: Number(impact),
                  urgency: Number(urgency),
                }}
              />
            )}
          </Stack>
        </Panel>
        <Panel title={text('newTicket.text')}>
          <Stack>
            <TextField
              label={text('queue.column.subject')}
              required
              maxLength={200}
              value={subject}
              onChange={setSubject}
            />
            <TextArea label={text('newTicket.description')} rows={7} value={description} onChange={setDescription} />
            <FileDrop
              label={text('ticket.attach')}
              files={uploads.files}
              maxBytes={MAX_FILE_BYTES}
              onAdd={uploads.add}
              onRemove={uploads.remove}
            />
            <Checkbox
              label={text('queue.confidential')}
              description={text('newTicket.confidentialHelp')}
              checked={confidential}
              onChange={setConfidential}
            />
          </Stack>
        </Panel>
        <div>
          <Button look="primary" type="submit" keys="Mod+Enter" busy={open.busy} disabled={!ready}>
            {text('newTicket.submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** Sends it, goes to what was opened, or tells why not. */
function useOpen() {
  const text = useText();
  const go = useGo();
  const [{ fetching }, send] = useMutation(OpenTicketForClientDocument);
  const [problems, setProblems] = useState<readonly string[]>([]);
  async function open(input: OpenTicketForClientInput): Promise<void> {
    const result = (await send({ input })).data?.openTicketForClient;
    switch (result?.__typename) {
      case 'TicketOpened':
        return go(`/tickets/${result.ticket.key}`);
      case 'TicketRefused':
        return setProblems([result.problem.message]);
      case 'InputRefused':
        return setProblems(result.problems.map(({ message }) => message));
      case 'NotFound':
        return setProblems([text('page.gone')]);
      case undefined:
        return setProblems([text('page.unreachable')]);
    }
  }
  return { busy: fetching, problems, send: open };
}
