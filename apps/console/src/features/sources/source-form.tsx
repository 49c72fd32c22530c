import { useLocal } from '@daylight/web-app';
import { outcomeOf, useQuery } from '@daylight/web-data';
import { Button, Checkbox, Dialog, Notice, Select, Stack, TextField, useToast } from '@daylight/web-ui';
import { useState, type SyntheticEvent } from 'react';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../clients/client-select.js';
import { elsewhere, messageAt, type FieldProblem } from '../forms/field-problems.js';
import { NumberField } from '../forms/number-field.js';
import { SubmitButton } from '../forms/submit-button.js';
import { useAct } from '../forms/use-act.js';
import { SaveAlertSourceDocument, SourceServicesDocument, type SourceLineFragment } from './generated/sources.js';
import { MappingEditor } from './mapping-editor.js';
import type { Shown } from './shown-once.js';
import { draftOf, inputOf, type SourceDraft } from './source-draft.js';
import { useVendorName } from './use-vendor-name.js';
import { VENDORS } from './vendors.js';

const FORM = 'source-form';
const AUTHS = ['KEY', 'SECRET', 'HMAC'] as const;
const GROUPINGS = ['FINGERPRINT', 'TITLE', 'LABELS', 'SOURCE'] as const;
const FROM = ['CRITICAL', 'HIGH', 'WARNING', 'INFO', 'NEVER'] as const;
const SHOWN = ['name', 'groupLabels', 'ticketLimit', 'heartbeatMinutes', 'perMinute', 'mapping'];

interface SourceFormProps {
  /** Null: a new one. */
  readonly source: SourceLineFragment | null;
  readonly onSaved: (shown: Shown | null) => void;
  readonly onClose: () => void;
}

/** One source: who sends, about which service, and what becomes of it. */
export function SourceForm({ source, onSaved, onClose }: SourceFormProps) {
  const text = useText();
  const toast = useToast();
  const save = useAct(SaveAlertSourceDocument);
  const [draft, setDraft] = useState<SourceDraft>(() => draftOf(source));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = (part: Partial<SourceDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const input = inputOf(draft);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const data = input === null ? null : await save.run({ input });
    if (data === null) return;
    outcomeOf(data.saveAlertSource, {
      AlertSourceSaved: ({ source: { name, vendor }, url, secret }) => {
        toast({ text: text('sources.saved', { name }) });
        onSaved(url === null && secret === null ? null : { vendor, url, secret });
      },
      AlertSourceChangedMeanwhile: ({ current }) => {
        setDraft(draftOf(current));
        setProblems([{ path: '', message: text('sources.changed') }]);
      },
      InputRefused: (refused) => setProblems(refused.problems),
      NotFound: () => setProblems([{ path: '', message: text('page.gone') }]),
    });
  }

  return (
    <Dialog
      opened
      size="lg"
      title={text(source === null ? 'sources.new' : 'sources.edit')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <SubmitButton form={FORM} busy={save.busy} disabled={input === null}>
            {text('form.save')}
          </SubmitButton>
        </>
      }
    >
      <form id={FORM} onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {elsewhere(problems, SHOWN).map(({ path, message }) => (
            <Notice key={path} tone="danger" live>
              {message}
            </Notice>
          ))}
          <Who draft={draft} set={set} isNew={source === null} problems={problems} />
          <Rules draft={draft} set={set} problems={problems} />
          {draft.vendor === 'GENERIC' ? (
            <MappingEditor
              typed={draft.mappingText}
              onChange={(mappingText) => set({ mappingText })}
              error={problems.find(({ path }) => path.startsWith('mapping'))?.message ?? null}
            />
          ) : null}
        </Stack>
      </form>
    </Dialog>
  );
}

interface PartProps {
  readonly draft: SourceDraft;
  readonly set: (part: Partial<SourceDraft>) => void;
  readonly problems: readonly FieldProblem[];
}

function Who({ draft, set, isNew, problems }: PartProps & { readonly isNew: boolean }) {
  const text = useText();
  const local = useLocal();
  const vendorName = useVendorName();
  const [{ data }] = useQuery({ query: SourceServicesDocument, variables: {} });
  const services = data?.serviceItems.edges.map(({ node }) => ({ value: node.id, label: local(node.name) })) ?? [];
  return (
    <>
      <TextField
        label={text('sources.name')}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={messageAt(problems, 'name')}
        required
      />
      <Select
        label={text('sources.vendor')}
        value={draft.vendor}
        options={VENDORS.map((value) => ({ value, label: vendorName(value) }))}
        onChange={(vendor) => set({ vendor })}
        disabled={!isNew}
      />
      <ClientSelect value={draft.tenantId} onChange={(tenantId) => set({ tenantId })} disabled={!isNew} required />
      <Select
        label={text('sources.service')}
        description={text('sources.service.help')}
        value={draft.serviceItemId ?? ''}
        placeholder={text('sources.service.pick')}
        options={services}
        onChange={(serviceItemId) => set({ serviceItemId })}
        required
      />
      <Select
        label={text('sources.auth')}
        description={text(`sources.auth.${draft.auth}.help`)}
        value={draft.auth}
        options={AUTHS.map((value) => ({ value, label: text(`sources.auth.${value}`) }))}
        onChange={(auth) => set({ auth })}
      />
    </>
  );
}

function Rules({ draft, set, problems }: PartProps) {
  const text = useText();
  const labels = problems.find(({ path }) => path.startsWith('groupLabels'))?.message ?? null;
  return (
    <>
      <Select
        label={text('sources.ticketFrom')}
        value={draft.ticketFrom}
        options={FROM.map((value) => ({ value, label: text(`sources.ticketFrom.${value}`) }))}
        onChange={(ticketFrom) => set({ ticketFrom })}
      />
      <Select
        label={text('sources.grouping')}
        value={draft.grouping}
        options={GROUPINGS.map((value) => ({ value, label: text(`sources.grouping.${value}`) }))}
        onChange={(grouping) => set({ grouping })}
      />
      {draft.grouping === 'LABELS' ? (
        <TextField
          label={text('sources.labels')}
          description={text('sources.labels.help')}
          value={draft.labelText}
          onChange={(labelText) => set({ labelText })}
          error={labels}
        />
      ) : null}
      <NumberField
        label={text('sources.ticketLimit')}
        description={text('sources.ticketLimit.help')}
        value={draft.ticketLimit ?? null}
        onChange={(value) => set({ ticketLimit: value ?? 0 })}
        error={messageAt(problems, 'ticketLimit')}
      />
      <NumberField
        label={text('sources.heartbeat')}
        description={text('sources.heartbeat.help')}
        value={draft.heartbeatMinutes ?? null}
        onChange={(heartbeatMinutes) => set({ heartbeatMinutes })}
        error={messageAt(problems, 'heartbeatMinutes')}
      />
      <Checkbox label={text('sources.active')} checked={draft.active ?? true} onChange={(active) => set({ active })} />
    </>
  );
}
