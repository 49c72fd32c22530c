import { outcomeOf } from '@daylight/web-data';
import { Button, Dialog, Segments, Stack, TextField, useToast } from '@daylight/web-ui';
import { useState, type SyntheticEvent } from 'react';
import { useText } from '../../app/text.js';
import { messageAt, type FieldProblem } from '../forms/field-problems.js';
import { SubmitButton } from '../forms/submit-button.js';
import { useAct } from '../forms/use-act.js';
import { ZoneSelect } from '../forms/zone-select.js';
import {
  CreateClientDocument,
  EditClientDocument,
  type ClientLineFragment,
  type TenantStage,
} from './generated/clients.js';

interface Fields {
  readonly name: string;
  readonly prefix: string;
  readonly stage: TenantStage;
  readonly timeZone: string;
  readonly language: 'ko' | 'en';
}

const NEW: Fields = { name: '', prefix: '', stage: 'PROSPECT', timeZone: 'Asia/Seoul', language: 'ko' };
const FIRST_STAGES = ['PROSPECT', 'PILOT', 'ACTIVE'] as const;

const CLIENT_FORM = 'client-form';

interface ClientFormProps {
  /** Null: a new one. */
  readonly client: ClientLineFragment | null;
  readonly onSaved: (clientId: string) => void;
  readonly onClose: () => void;
}

/** A client's own facts. The prefix is set once, since every ticket number carries it. */
export function ClientForm({ client, onSaved, onClose }: ClientFormProps) {
  const text = useText();
  const toast = useToast();
  const create = useAct(CreateClientDocument);
  const edit = useAct(EditClientDocument);
  const [fields, setFields] = useState<Fields>(client ?? NEW);
  const [version, setVersion] = useState(client?.version ?? 0);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const change = (part: Partial<Fields>): void => setFields((before) => ({ ...before, ...part }));
  const saved = (name: string, id: string): void => {
    toast({ text: text('client.saved', { name }) });
    onSaved(id);
  };

  async function save(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const { name, prefix, stage, timeZone, language } = fields;
    if (client === null) {
      const data = await create.run({ input: { name, prefix, stage, timeZone, language } });
      if (data !== null)
        outcomeOf(data.createTenant, {
          TenantCreated: ({ tenant }) => saved(tenant.name, tenant.id),
          InputRefused: (refused) => setProblems(refused.problems),
        });
      return;
    }
    const data = await edit.run({ input: { tenantId: client.id, name, timeZone, language, version } });
    if (data === null) return;
    outcomeOf(data.editTenant, {
      TenantEdited: ({ tenant }) => saved(tenant.name, tenant.id),
      TenantChangedMeanwhile: ({ current }) => {
        setVersion(current.version);
        setProblems([
          { path: 'name', message: text('client.changedMeanwhile', { name: current.name, zone: current.timeZone }) },
        ]);
      },
      NotFound: () => setProblems([{ path: 'name', message: text('client.gone') }]),
      InputRefused: (refused) => setProblems(refused.problems),
    });
  }

  const at = (path: string): string | null => messageAt(problems, path);
  return (
    <Dialog
      opened
      title={text(client === null ? 'client.new' : 'client.edit')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <SubmitButton form={CLIENT_FORM} busy={create.busy || edit.busy}>
            {text(client === null ? 'client.create' : 'form.save')}
          </SubmitButton>
        </>
      }
    >
      <form id={CLIENT_FORM} onSubmit={(event) => void save(event)} noValidate>
        <Stack>
          <TextField
            label={text('client.name')}
            value={fields.name}
            onChange={(name) => change({ name })}
            error={at('name')}
            required
            autoFocus
          />
          {client === null ? (
            <TextField
              label={text('client.prefix')}
              description={text('client.prefix.help')}
              value={fields.prefix}
              onChange={(prefix) => change({ prefix: prefix.toUpperCase() })}
              error={at('prefix')}
              required
              maxLength={10}
              placeholder="HANBIT"
            />
          ) : null}
          {client === null ? (
            <Segments
              label={text('client.stage')}
              value={fields.stage}
              options={FIRST_STAGES.map((value) => ({ value, label: text(`client.stage.${value}`) }))}
              onChange={(stage) => change({ stage })}
            />
          ) : null}
          <ZoneSelect
            label={text('client.zone')}
            value={fields.timeZone}
            onChange={(timeZone) => change({ timeZone })}
            error={at('timeZone')}
          />
          <Segments
            label={text('client.language')}
            value={fields.language}
            options={[
              { value: 'ko', label: '한국어' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(language) => change({ language })}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
