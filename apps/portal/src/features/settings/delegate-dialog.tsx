import { Problems } from '@daylight/web-app';
import { outcomeOf, useMutation, useQuery } from '@daylight/web-data';
import { Button, Dialog, Select, Stack, TextField, useToast } from '@daylight/web-ui';
import { useState, type FormEvent } from 'react';
import { useText } from '../../app/text.js';
import {
  DelegateApprovalDocument,
  DelegateChoicesDocument,
  type DelegateApprovalMutation,
} from './generated/delegations.js';

interface DelegateDialogProps {
  readonly onClose: () => void;
  readonly onLent: () => void;
}

type Result = DelegateApprovalMutation['delegateApproval'];

/** Lends the reader's own authority to a colleague who can read what is to be approved. */
export default function DelegateDialog({ onClose, onLent }: DelegateDialogProps) {
  const text = useText();
  const toast = useToast();
  const [{ data }] = useQuery({ query: DelegateChoicesDocument });
  const [personId, setPerson] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [limit, setLimit] = useState('');
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [{ fetching }, delegate] = useMutation(DelegateApprovalDocument);
  const people = (data?.colleagues.edges ?? [])
    .map(({ node }) => node)
    .filter(({ self, status, roles }) => !self && status === 'ACTIVE' && roles.some((role) => READERS.has(role)));

  function problemsOf(result: Result | undefined): readonly string[] {
    if (result === undefined) return [text('page.failed')];
    return outcomeOf<Result, readonly string[]>(result, {
      ApprovalDelegated: () => [],
      InputRefused: ({ problems }) => problems.map(({ message }) => message),
      NotFound: () => [text('page.gone')],
    });
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const limitMinor = limit.trim() === '' ? null : Number(limit);
    const answer = await delegate({ input: { personId, from, until, limitMinor } });
    const problems = problemsOf(answer.data?.delegateApproval);
    setMessages(problems);
    if (problems.length > 0) return;
    toast({ text: text('delegation.lent') });
    onLent();
    onClose();
  }
  return (
    <Dialog opened title={text('delegation.lend')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Problems title={text('act.refused')} messages={messages} />
          <Select
            label={text('delegation.delegate')}
            description={text('delegation.delegate.hint')}
            value={personId}
            placeholder={text('delegation.choose')}
            options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
            onChange={setPerson}
          />
          <TextField label={text('delegation.from')} type="date" required value={from} onChange={setFrom} />
          <TextField
            label={text('delegation.lastDay')}
            type="date"
            required
            min={from}
            value={until}
            onChange={setUntil}
          />
          <TextField
            label={text('delegation.limit')}
            description={text('delegation.limit.hint')}
            type="number"
            min={0}
            inputMode="numeric"
            value={limit}
            onChange={setLimit}
          />
          <Button
            type="submit"
            look="primary"
            full
            busy={fetching}
            disabled={personId === '' || from === '' || until === ''}
          >
            {text('delegation.lend')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Whoever else can't read contracts and reviews. */
const READERS: ReadonlySet<string> = new Set(['COORDINATOR', 'APPROVER']);
