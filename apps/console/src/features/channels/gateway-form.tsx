import { outcomeOf, useQuery } from '@daylight/web-data';
import { Button, Checkbox, Dialog, Notice, Select, Stack, TextArea, TextField, useToast } from '@daylight/web-ui';
import { useState, type SyntheticEvent } from 'react';
import { useText } from '../../app/text.js';
import { elsewhere, messageAt, type FieldProblem } from '../forms/field-problems.js';
import { SubmitButton } from '../forms/submit-button.js';
import { useAct } from '../forms/use-act.js';
import { draftFrom, draftOf, inputOf, secretsIn, type GatewayDraft } from './gateway-draft.js';
import {
  GatewayPresetsDocument,
  SaveChannelGatewayDocument,
  type GatewayLineFragment,
  type GatewayPresetsQuery,
} from './generated/channels.js';
import { RequestPreview } from './request-preview.js';

const FORM = 'gateway-form';
const SHOWN = ['name', 'template'];

interface GatewayFormProps {
  /** Null: a new one. */
  readonly gateway: GatewayLineFragment | null;
  /** `reportUrl`: shown once. */
  readonly onSaved: (reportUrl: string | null) => void;
  readonly onClose: () => void;
}

type Preset = GatewayPresetsQuery['gatewayPresets'][number];
const keyOf = ({ channel, preset }: Pick<Preset, 'channel' | 'preset'>): string => `${channel} ${preset}`;

/** One gateway: a template, its secrets, and the request that comes of them. */
export function GatewayForm({ gateway, onSaved, onClose }: GatewayFormProps) {
  const text = useText();
  const toast = useToast();
  const save = useAct(SaveChannelGatewayDocument);
  const [{ data: known }] = useQuery({ query: GatewayPresetsDocument, variables: {} });
  const [draft, setDraft] = useState<GatewayDraft | null>(gateway === null ? null : draftOf(gateway));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const presets = known?.gatewayPresets ?? [];
  const input = draft === null ? null : inputOf(draft);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const data = input === null ? null : await save.run({ input });
    if (data === null) return;
    outcomeOf(data.saveChannelGateway, {
      ChannelGatewaySaved: ({ gateway: { name }, reportUrl }) => {
        toast({ text: text('channels.saved', { name }) });
        onSaved(reportUrl);
      },
      ChannelGatewayChangedMeanwhile: ({ current }) => {
        setDraft(draftOf(current));
        setProblems([{ path: '', message: text('channels.changed') }]);
      },
      InputRefused: (refused) => setProblems(refused.problems),
      NotFound: () => setProblems([{ path: '', message: text('page.gone') }]),
    });
  }
  const choose = (key: string): void => {
    const preset = presets.find((each) => keyOf(each) === key);
    if (preset !== undefined) setDraft(draftFrom(preset));
  };
  return (
    <Dialog
      opened
      size="lg"
      title={text(gateway === null ? 'channels.gateway.new' : 'channels.gateway.edit')}
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
          {gateway === null ? (
            <Select
              label={text('channels.preset')}
              description={text('channels.preset.help')}
              value={draft === null ? '' : keyOf(draft)}
              placeholder={text('channels.preset.pick')}
              options={presets.map((each) => ({
                value: keyOf(each),
                label: `${text(`channel.${each.channel}`)}: ${each.name}`,
              }))}
              onChange={choose}
              required
            />
          ) : null}
          {draft === null ? null : (
            <Parts
              draft={draft}
              set={(part) => setDraft({ ...draft, ...part })}
              kept={gateway?.secretNames ?? []}
              problems={problems}
            />
          )}
        </Stack>
      </form>
    </Dialog>
  );
}

interface PartsProps {
  readonly draft: GatewayDraft;
  readonly set: (part: Partial<GatewayDraft>) => void;
  /** Names of secrets that are there already. */
  readonly kept: readonly string[];
  readonly problems: readonly FieldProblem[];
}

function Parts({ draft, set, kept, problems }: PartsProps) {
  const text = useText();
  const { templateText, secrets } = draft;
  const faulty = problems.filter(({ path }) => path.startsWith('template'));
  const said = faulty.map(({ path, message }) => `${path.replace(/^template\.?/, '')}: ${message}`).join(' ');
  return (
    <>
      <TextField
        label={text('channels.name')}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={messageAt(problems, 'name')}
        required
      />
      {secretsIn(templateText).map((name) => (
        <TextField
          key={name}
          type="password"
          autoComplete="off"
          label={text('channels.secretOf', { name })}
          description={kept.includes(name) ? text('channels.secret.kept') : undefined}
          value={secrets[name] ?? ''}
          onChange={(value) => set({ secrets: { ...secrets, [name]: value } })}
        />
      ))}
      <TextArea
        label={text('channels.template')}
        description={text('channels.template.help')}
        value={templateText}
        onChange={(typed) => set({ templateText: typed })}
        error={said === '' ? null : said}
        rows={14}
      />
      <RequestPreview channel={draft.channel} typed={templateText} />
      <Checkbox label={text('channels.gateway.active')} checked={draft.active} onChange={(active) => set({ active })} />
    </>
  );
}
