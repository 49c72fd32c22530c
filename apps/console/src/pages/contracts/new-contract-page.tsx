import { Problems, useAddress, useGo, useLocal, Permitted } from '@daylight/web-app';
import { outcomeOf, useQuery } from '@daylight/web-data';
import {
  Button,
  Checkbox,
  EmptyState,
  Grid,
  Notice,
  PageLayout,
  Panel,
  Row,
  Segments,
  Skeleton,
  Stack,
  Text,
  TextField,
} from '@daylight/web-ui';
import { useState, type SyntheticEvent } from 'react';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../../features/clients/client-select.js';
import {
  ContractChoicesDocument,
  CreateContractDocument,
  type ContractKind,
} from '../../features/contracts/generated/contracts.js';
import { elsewhere, messageAt, type FieldProblem } from '../../features/forms/field-problems.js';
import { useAct } from '../../features/forms/use-act.js';

const FIELDS = ['tenantId', 'title', 'effectiveFrom', 'termEnd', 'serviceItemIds'] as const;

/** A contract from sensible defaults: whose, which services, from when. Everything else is edited in the draft. */
export function NewContractPage() {
  const text = useText();
  const back = { href: '/contracts', label: text('app.nav.contracts') };
  return (
    <Permitted permission="contract:edit" title={text('contract.new')} back={back}>
      <NewContract />
    </Permitted>
  );
}

function NewContract() {
  const text = useText();
  const go = useGo();
  const local = useLocal();
  const address = useAddress();
  const act = useAct(CreateContractDocument);
  const [choices] = useQuery({ query: ContractChoicesDocument });
  const [kind, setKind] = useState<ContractKind>('MANAGED');
  const [title, setTitle] = useState('');
  const [effectiveFrom, setEffectiveFrom] = useState('');
  const [termEnd, setTermEnd] = useState('');
  const [services, setServices] = useState<readonly string[]>([]);
  const [calendars, setCalendars] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const tenantId = address.get('client');
  const at = (path: string): string | null => messageAt(problems, path);
  const flip = (ids: readonly string[], id: string, wanted: boolean): readonly string[] =>
    wanted ? [...ids, id] : ids.filter((each) => each !== id);

  async function create(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (tenantId === null) return setProblems([{ path: 'tenantId', message: text('newContract.needsClient') }]);
    const data = await act.run({
      input: {
        tenantId,
        kind,
        title,
        effectiveFrom,
        termEnd: termEnd === '' ? null : termEnd,
        serviceItemIds: services,
        calendarTemplateIds: calendars,
      },
    });
    if (data === null) return undefined;
    return outcomeOf(data.createContract, {
      ContractDraftSaved: ({ draft }) => go(`/contracts/${draft.version.id}`),
      InputRefused: (refused) => setProblems(refused.problems),
      NotFound: () => setProblems([{ path: 'tenantId', message: text('client.gone') }]),
    });
  }

  return (
    <PageLayout
      title={text('contract.new')}
      description={text('newContract.lead')}
      back={{ href: '/contracts', label: text('app.nav.contracts') }}
      width="reading"
    >
      <form onSubmit={(event) => void create(event)} noValidate>
        <Stack>
          <Problems title={text('form.refused')} messages={elsewhere(problems, FIELDS).map(({ message }) => message)} />
          <Panel title={text('newContract.what')}>
            <Stack>
              <ClientSelect
                value={tenantId}
                onChange={(client) => address.set({ client }, 'replace')}
                required
                error={at('tenantId')}
              />
              <TextField
                label={text('newContract.title')}
                value={title}
                onChange={setTitle}
                error={at('title')}
                required
                maxLength={200}
                placeholder={text('newContract.title.hint')}
              />
              <Segments
                label={text('contract.kind')}
                value={kind}
                options={(['MANAGED', 'PILOT'] as const).map((value) => ({
                  value,
                  label: text(`contract.kind.${value}`),
                }))}
                onChange={setKind}
              />
              <Grid min={14}>
                <TextField
                  type="date"
                  label={text('editor.effectiveFrom')}
                  value={effectiveFrom}
                  onChange={setEffectiveFrom}
                  error={at('effectiveFrom')}
                  required
                />
                <TextField
                  type="date"
                  label={text('editor.termEnd')}
                  description={text('editor.termEnd.help')}
                  value={termEnd}
                  onChange={setTermEnd}
                  error={at('termEnd')}
                />
              </Grid>
            </Stack>
          </Panel>
          <Panel title={text('newContract.services')} description={text('newContract.services.help')}>
            <Stack gap="s">
              {at('serviceItemIds') === null ? null : (
                <Notice tone="danger" live>
                  {at('serviceItemIds')}
                </Notice>
              )}
              {choices.data === undefined ? <Skeleton height="1.5rem" lines={4} /> : null}
              {choices.data?.serviceItems.edges.map(({ node }) => (
                <Checkbox
                  key={node.id}
                  label={`${local(node.name)} (${node.code})`}
                  checked={services.includes(node.id)}
                  onChange={(wanted) => setServices(flip(services, node.id, wanted))}
                />
              ))}
              {choices.data?.serviceItems.edges.length === 0 ? (
                <EmptyState
                  compact
                  title={text('catalogue.empty.title')}
                  action={<Button href="/catalogue">{text('app.nav.catalogue')}</Button>}
                />
              ) : null}
            </Stack>
          </Panel>
          <Panel title={text('newContract.hours')} description={text('newContract.hours.help')}>
            <Stack gap="s">
              {choices.data?.calendarTemplates.edges.map(({ node }) => (
                <Checkbox
                  key={node.id}
                  label={local(node.name)}
                  description={node.zone}
                  checked={calendars.includes(node.id)}
                  onChange={(wanted) => setCalendars(flip(calendars, node.id, wanted))}
                />
              ))}
              {choices.data?.calendarTemplates.edges.length === 0 ? (
                <Text look="small">{text('newContract.noTemplates')}</Text>
              ) : null}
            </Stack>
          </Panel>
          <Row justify="end">
            <Button look="primary" type="submit" busy={act.busy}>
              {text('newContract.create')}
            </Button>
          </Row>
        </Stack>
      </form>
    </PageLayout>
  );
}
