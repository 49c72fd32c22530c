import { useGo } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Notice, Segments, Stack, StatusBadge, TextField } from '@daylight/web-ui';
import { useDeferredValue, useState } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { answerNode } from '../answer-node.js';
import { MergeCandidatesDocument } from '../generated/merge.js';
import { MergeTicketsDocument } from '../generated/work.js';
import type { TicketWork } from '../ticket-work.js';
import classes from './merge-dialog.module.css';

const DIRECTIONS = ['into', 'from'] as const;

/** Two tickets about the same: which one ends, and in which it goes on. */
export function MergeDialog({ work, onClose }: { readonly work: TicketWork; readonly onClose: () => void }) {
  const text = useText();
  const go = useGo();
  const { ticket } = work;
  const [typed, setTyped] = useState(ticket.subject);
  const [other, setOther] = useState<{ readonly id: string; readonly key: string; readonly version: number } | null>(
    null,
  );
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('into');
  const wanted = useDeferredValue(typed.trim());
  const [{ data }] = useQuery({
    query: MergeCandidatesDocument,
    variables: { text: wanted, tenantId: ticket.tenant.id },
    pause: wanted === '',
  });
  const found = (data?.searchTickets ?? []).filter(({ id, status }) => id !== ticket.id && status !== 'MERGED');
  async function submit() {
    if (other === null) return null;
    const [duplicate, survivor] = direction === 'into' ? [ticket, other] : [other, ticket];
    const answer = await work.send(
      MergeTicketsDocument,
      { input: { duplicateId: duplicate.id, survivorId: survivor.id, expectedVersion: duplicate.version } },
      (outcome) => outcome.mergeTickets,
    );
    if (answer.kind === 'done' && direction === 'into') go(`/tickets/${other.key}`);
    return answerNode(answer);
  }
  return (
    <FormDialog
      title={text('ticket.merge.title', { what: ticket.key })}
      submitLabel={text('ticket.merge.submit')}
      danger
      size="lg"
      ready={other !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <TextField label={text('ticket.merge.search')} type="search" value={typed} onChange={setTyped} />
        <fieldset className={classes['list']}>
          <legend className="dl-hidden">{text('ticket.merge.search')}</legend>
          {found.length === 0 ? <p className={classes['none']}>{text('ticket.merge.none')}</p> : null}
          {found.map((one) => (
            <label key={one.id} className={classes['choice']} data-chosen={one.id === other?.id}>
              <input type="radio" name="merge" checked={one.id === other?.id} onChange={() => setOther(one)} />
              <span className={classes['key']}>{one.key}</span>
              <span className={classes['subject']}>{one.subject}</span>
              <StatusBadge status={one.status} />
            </label>
          ))}
        </fieldset>
        {other === null ? null : (
          <Segments
            label={text('ticket.merge.direction')}
            value={direction}
            options={DIRECTIONS.map((value) => ({
              value,
              label: text(`ticket.merge.${value}`, { own: ticket.key, other: other.key }),
            }))}
            onChange={setDirection}
          />
        )}
        <Notice tone="warn">{text('ticket.merge.help')}</Notice>
      </Stack>
    </FormDialog>
  );
}
