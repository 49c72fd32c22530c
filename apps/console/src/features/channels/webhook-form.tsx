import { outcomeOf } from '@daylight/web-data';
import { Button, Checkbox, Dialog, Notice, Select, Stack, Text, TextField, useToast } from '@daylight/web-ui';
import { useState, type SyntheticEvent } from 'react';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../clients/client-select.js';
import { elsewhere, messageAt, type FieldProblem } from '../forms/field-problems.js';
import { SubmitButton } from '../forms/submit-button.js';
import { useAct } from '../forms/use-act.js';
import { SaveWebhookDocument, type WebhookLineFragment } from './generated/channels.js';
import { TopicChoice } from './topic-choice.js';
import { draftOf, inputOf, type WebhookDraft } from './webhook-draft.js';

const FORM = 'webhook-form';
const FORMATS = ['DAYLIGHT', 'SLACK', 'TEAMS'] as const;
const LANGUAGES = ['ko', 'en'] as const;
const SHOWN = ['name', 'url', 'topics', 'language'];

interface WebhookFormProps {
  /** Null: a new one. */
  readonly webhook: WebhookLineFragment | null;
  /** `secret`: shown once. */
  readonly onSaved: (secret: string | null) => void;
  readonly onClose: () => void;
}

/** One webhook: where it leads, in which form, and what it is told of. */
export function WebhookForm({ webhook, onSaved, onClose }: WebhookFormProps) {
  const text = useText();
  const toast = useToast();
  const save = useAct(SaveWebhookDocument);
  const [draft, setDraft] = useState<WebhookDraft>(() => draftOf(webhook));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = (part: Partial<WebhookDraft>): void => setDraft((before) => ({ ...before, ...part }));

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const data = await save.run({ input: inputOf(draft) });
    if (data === null) return;
    outcomeOf(data.saveWebhook, {
      WebhookSaved: ({ webhook: { name, format }, secret }) => {
        toast({ text: text('channels.saved', { name }) });
        onSaved(format === 'DAYLIGHT' ? secret : null);
      },
      WebhookChangedMeanwhile: ({ current }) => {
        setDraft(draftOf(current));
        setProblems([{ path: '', message: text('channels.changed') }]);
      },
      InputRefused: (refused) => setProblems(refused.problems),
      NotFound: () => setProblems([{ path: '', message: text('page.gone') }]),
    });
  }

  return (
    <Dialog
      opened
      size="lg"
      title={text(webhook === null ? 'channels.webhook.new' : 'channels.webhook.edit')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <SubmitButton form={FORM} busy={save.busy}>
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
          <Where draft={draft} set={set} hint={webhook?.urlHint ?? null} problems={problems} />
          <TopicChoice
            chosen={draft.topics}
            onChange={(topics) => set({ topics })}
            error={messageAt(problems, 'topics')}
          />
          <Checkbox label={text('channels.active')} checked={draft.active} onChange={(active) => set({ active })} />
        </Stack>
      </form>
    </Dialog>
  );
}

interface WhereProps {
  readonly draft: WebhookDraft;
  readonly set: (part: Partial<WebhookDraft>) => void;
  /** What is shown of the address that is kept; null: there is none yet. */
  readonly hint: string | null;
  readonly problems: readonly FieldProblem[];
}

function Where({ draft, set, hint, problems }: WhereProps) {
  const text = useText();
  return (
    <>
      <TextField
        label={text('channels.name')}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={messageAt(problems, 'name')}
        required
      />
      <TextField
        label={text('channels.url')}
        description={hint === null ? text('channels.url.help') : text('channels.url.keep', { hint })}
        value={draft.url}
        onChange={(url) => set({ url })}
        error={messageAt(problems, 'url')}
        required={hint === null}
      />
      <Select
        label={text('channels.format')}
        description={text(`channels.format.${draft.format}.help`)}
        value={draft.format}
        options={FORMATS.map((value) => ({ value, label: text(`channels.format.${value}`) }))}
        onChange={(format) => set({ format })}
      />
      {draft.format === 'DAYLIGHT' ? null : (
        <Select
          label={text('channels.language')}
          value={draft.language}
          options={LANGUAGES.map((value) => ({ value, label: text(`channels.language.${value}`) }))}
          onChange={(language) => set({ language })}
        />
      )}
      <ClientSelect
        value={typeof draft.tenantId === 'string' ? draft.tenantId : null}
        onChange={(tenantId) => set({ tenantId })}
        disabled={hint !== null}
        clearable
      />
      <Text look="small">{text('channels.client.help')}</Text>
    </>
  );
}
