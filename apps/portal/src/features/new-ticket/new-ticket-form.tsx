import { MAX_FILE_BYTES, Problems, useLocal, useMay, useUploads } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import {
  Button,
  Checkbox,
  FileDrop,
  Panel,
  Row,
  Segments,
  Select,
  Stack,
  Text,
  TextArea,
  TextField,
  isComposing,
} from '@daylight/web-ui';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useText } from '../../app/text.js';
import { PeoplePicker } from '../people/people-picker.js';
import { keepDraft, OPENABLE, type TicketDraft } from './draft.js';
import { OpenTicketDocument, type NewTicketPageQuery } from './generated/new-ticket.js';
import { LevelQuestion } from './level-question.js';
import { NOTHING_REFUSED, outcomeOfOpening, type Opened, type Refusal } from './outcome.js';

interface NewTicketFormProps {
  readonly draft: TicketDraft;
  readonly services: NewTicketPageQuery['serviceItems'];
  readonly onChange: (draft: TicketDraft) => void;
  readonly onKeep: (text: string) => void;
  readonly onOpened: (opened: Opened) => void;
}

const KEEP_MS = 500;

/** Keeps the draft half a second after the last change. */
function useKept(draft: TicketDraft, onKeep: (text: string) => void): void {
  const text = keepDraft(draft);
  const latest = useRef(onKeep);
  latest.current = onKeep;
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return undefined;
    const timer = setTimeout(() => latest.current(text), KEEP_MS);
    return () => clearTimeout(timer);
  }, [text]);
}

/** Everything that a ticket needs, on one page. */
export function NewTicketForm({ draft, services, onChange, onKeep, onOpened }: NewTicketFormProps) {
  const text = useText();
  const local = useLocal();
  const may = useMay();
  const uploads = useUploads();
  const [{ fetching }, open] = useMutation(OpenTicketDocument);
  const [refusal, setRefusal] = useState<Refusal>(NOTHING_REFUSED);
  useKept(draft, onKeep);
  const set = (part: Partial<TicketDraft>): void => onChange({ ...draft, ...part });
  const ready = draft.serviceItemId !== '' && draft.subject.trim() !== '' && !uploads.busy && !fetching;

  async function send(): Promise<void> {
    if (!ready) return;
    const { data } = await open({ input: { ...draft, subject: draft.subject.trim(), fileIds: uploads.fileIds } });
    const outcome = outcomeOfOpening(data?.openTicket, text('page.failed'), text('page.gone'));
    if (outcome.kind === 'opened') onOpened(outcome);
    else setRefusal(outcome);
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (isComposing(event.nativeEvent) || event.code !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    // Not `send` itself: the browser names the field that is missing.
    event.currentTarget.requestSubmit();
  };
  const problem = (field: string): { readonly error: string } | Record<string, never> => {
    const message = refusal.fields[field];
    return message === undefined ? {} : { error: message };
  };

  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <Stack gap="l">
        <Problems title={text('new.refused')} messages={refusal.messages} />
        <Panel>
          <Stack gap="l">
            <Segments
              label={text('new.type')}
              value={draft.type}
              options={OPENABLE.map((type) => ({ value: type, label: text(`ticket.type.${type}`) }))}
              onChange={(type) => set({ type })}
            />
            <Select
              label={text('ticket.service')}
              required
              placeholder={text('new.service.choose')}
              value={draft.serviceItemId}
              options={services.map(({ id, name }) => ({ value: id, label: local(name) }))}
              onChange={(serviceItemId) => set({ serviceItemId })}
              {...problem('serviceItemId')}
            />
            <LevelQuestion about="impact" value={draft.impact} onChange={(impact) => set({ impact })} />
            <LevelQuestion about="urgency" value={draft.urgency} onChange={(urgency) => set({ urgency })} />
          </Stack>
        </Panel>
        <Panel>
          <Stack gap="l">
            <TextField
              label={text('ticket.subject')}
              required
              maxLength={300}
              placeholder={text('new.subject.hint')}
              value={draft.subject}
              onChange={(subject) => set({ subject })}
              {...problem('subject')}
            />
            <TextArea
              label={text('new.description')}
              rows={8}
              maxLength={50_000}
              description={text('new.description.hint')}
              value={draft.description}
              onChange={(description) => set({ description })}
              {...problem('description')}
            />
            <FileDrop
              label={text('file.add')}
              files={uploads.files}
              maxBytes={MAX_FILE_BYTES}
              onAdd={uploads.add}
              onRemove={uploads.remove}
            />
            {may('people:read') ? (
              <PeoplePicker
                label={text('new.watchers')}
                description={text('new.watchers.hint')}
                chosen={draft.watcherIds}
                onChange={(watcherIds) => set({ watcherIds })}
              />
            ) : null}
            <Checkbox
              label={text('new.confidential')}
              description={text('new.confidential.hint')}
              checked={draft.confidential}
              onChange={(confidential) => set({ confidential })}
            />
          </Stack>
        </Panel>
        <Row justify="end" gap="m">
          <Text look="small">{uploads.busy ? text('file.wait') : text('new.kept')}</Text>
          <Button type="submit" look="primary" busy={fetching} disabled={uploads.busy} keys="Mod+Enter">
            {text('new.submit')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
