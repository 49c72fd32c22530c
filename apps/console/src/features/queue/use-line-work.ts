import { useMutation } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';
import { useCallback, useRef, useState } from 'react';
import { useText } from '../../app/text.js';
import type { LineChangeFragment, PriorityCause, SetPriorityInput } from './generated/queue.js';
import { QueueAssignDocument, QueueClaimDocument, QueuePriorityDocument } from './generated/queue.js';
import type { Line } from './use-queue.js';

type Person = NonNullable<Line['assignee']>;
type Team = NonNullable<Line['team']>;
type Change = Pick<Partial<Line>, 'assignee' | 'team' | 'priority'>;

export interface Assignment {
  readonly assignee: Person | null;
  readonly team: Team | null;
}

export interface PriorityChange {
  readonly priority: SetPriorityInput['priority'];
  readonly cause: PriorityCause;
  readonly reason: string | null;
}

/** How far a change of several tickets is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

type Answer =
  { readonly kind: 'changed'; readonly version: number } | { readonly kind: 'not-changed'; readonly message: string };

interface Job {
  readonly rows: readonly Line[];
  readonly change: (row: Line) => Change;
  readonly send: (row: Line) => Promise<Answer>;
  readonly said: (row: Line) => string;
  readonly undo?: (row: Line, version: number) => void;
}

/** Claims, assigns and grades lines: the row shows it at once, and returns to what it was with the reason when refused. */
export function useLineWork(me: Person) {
  const text = useText();
  const toast = useToast();
  const answerOf = useAnswer();
  const [pending, setPending] = useState<ReadonlyMap<string, Change>>(new Map());
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef(false);
  const [, sendClaim] = useMutation(QueueClaimDocument);
  const [, sendAssign] = useMutation(QueueAssignDocument);
  const [, sendPriority] = useMutation(QueuePriorityDocument);

  const run = useCallback(
    async ({ rows, change, send, said, undo }: Job) => {
      stop.current = false;
      let done = 0;
      for (const row of rows) {
        if (stop.current) break;
        if (rows.length > 1) setProgress({ done, total: rows.length });
        setPending((before) => new Map(before).set(row.id, change(row)));
        const answer = await send(row);
        setPending((before) => new Map([...before].filter(([id]) => id !== row.id)));
        if (answer.kind === 'not-changed')
          toast({ tone: 'error', text: text('queue.notChanged', { key: row.key, reason: answer.message }) });
        else done += 1;
        if (answer.kind === 'changed' && rows.length === 1)
          toast({ text: said(row), ...(undo === undefined ? {} : { undo: () => undo(row, answer.version) }) });
      }
      setProgress(null);
      if (rows.length > 1) toast({ text: text('queue.bulkDone', { done, total: rows.length }) });
    },
    [text, toast],
  );

  const assign = useCallback(
    (rows: readonly Line[], { assignee, team }: Assignment) =>
      run({
        rows,
        change: () => ({ assignee, team }),
        send: async ({ id, version }) =>
          answerOf(
            (
              await sendAssign({
                input: {
                  ticketId: id,
                  assigneeId: assignee?.id ?? null,
                  teamId: team?.id ?? null,
                  expectedVersion: version,
                },
              })
            ).data?.assignTicket,
          ),
        said: ({ key }) =>
          assignee === null
            ? text('queue.unassigned', { key })
            : text('queue.assigned', { key, name: assignee.displayName }),
        undo: (row, version) =>
          void assignBack.current?.([{ ...row, version }], { assignee: row.assignee, team: row.team }),
      }),
    [run, answerOf, sendAssign, text],
  );
  const assignBack = useRef<typeof assign | null>(null);
  assignBack.current = assign;

  return {
    pending,
    progress,
    cancel: () => {
      stop.current = true;
    },
    assign,
    claim: (rows: readonly Line[]) =>
      run({
        rows: rows.filter((row) => row.assignee?.id !== me.id),
        change: () => ({ assignee: me }),
        send: async ({ id, version }) =>
          answerOf((await sendClaim({ input: { ticketId: id, expectedVersion: version } })).data?.claimTicket),
        said: ({ key }) => text('queue.claimed', { key }),
        undo: (row, version) => void assign([{ ...row, version }], { assignee: row.assignee, team: row.team }),
      }),
    grade: (rows: readonly Line[], { priority, cause, reason }: PriorityChange) =>
      run({
        rows: rows.filter((row) => row.priority !== priority),
        change: () => ({ priority }),
        send: async ({ id, version }) =>
          answerOf(
            (await sendPriority({ input: { ticketId: id, priority, cause, reason, expectedVersion: version } })).data
              ?.setTicketPriority,
          ),
        said: ({ key }) => text('queue.graded', { key, priority }),
      }),
  };
}

/** Reads the answer to one change: the new version, or why not. */
function useAnswer(): (result: LineChangeFragment | undefined) => Answer {
  const text = useText();
  return useCallback(
    (result) => {
      const no = (message: string): Answer => ({ kind: 'not-changed', message });
      switch (result?.__typename) {
        case 'TicketChanged':
          return { kind: 'changed', version: result.ticket?.version ?? 0 };
        case 'TicketRefused':
          return no(result.problem.message);
        case 'TicketConflict':
          return no(text('queue.changedMeanwhile'));
        case 'InputRefused':
          return no(result.problems[0]?.message ?? text('page.unreachable'));
        case 'NotFound':
          return no(text('page.gone'));
        case undefined:
          return no(text('page.unreachable'));
      }
    },
    [text],
  );
}

/** Rows with what is on its way to the server already shown. */
export const withPending = (rows: readonly Line[], pending: ReadonlyMap<string, Change>): readonly Line[] =>
  pending.size === 0 ? rows : rows.map((row) => ({ ...row, ...pending.get(row.id) }));
