import { useToast } from '@daylight/web-ui';
import { useRef } from 'react';
import { useText } from '../../app/text.js';
import { useAct } from '../forms/use-act.js';
import {
  AttachAlertDocument,
  ClaimAlertDocument,
  OpenAlertTicketDocument,
  ReturnAlertDocument,
  SkipAlertDocument,
  SnoozeAlertDocument,
  SuppressAlertDocument,
  type SkipReason,
  type TriageLineFragment,
  type TriageOutcomeFragment,
} from './generated/triage.js';
import type { UndoStack } from './undo-stack.js';
import type { TriageGroup, TriageList } from './use-triage-list.js';

type Priority = 'P1' | 'P2' | 'P3' | 'P4' | 'P5';
type Done = 'opened' | 'attached' | 'suppressed' | 'snoozed' | 'claimed' | 'returned';
type Answer = Promise<{ readonly outcome: TriageOutcomeFragment } | null>;

/** What triage does to a line. Each resolves to null when it is done, else to why it isn't. */
export interface Triage {
  readonly busy: boolean;
  readonly open: (group: TriageGroup, priority: Priority | null) => Promise<string | null>;
  readonly attach: (group: TriageGroup, ticketKey: string) => Promise<string | null>;
  readonly suppress: (group: TriageGroup, reason: string) => Promise<string | null>;
  readonly snooze: (group: TriageGroup, minutes: number) => Promise<string | null>;
  readonly claim: (group: TriageGroup) => Promise<string | null>;
  readonly giveBack: (group: TriageGroup) => Promise<string | null>;
  readonly skip: (group: TriageGroup, reason: SkipReason) => Promise<string | null>;
}

/** After these a line is no longer one of the view for what is unsorted. */
const LEAVES: readonly Done[] = ['opened', 'attached', 'suppressed', 'snoozed'];

interface TriageParts {
  readonly list: TriageList;
  readonly undo: UndoStack;
  /** The view is the one for what is unsorted. */
  readonly sorting: boolean;
  readonly onDone: (group: TriageGroup, done: Done | 'skipped') => void;
}

/** The acts of triage, each of which can be undone. */
export function useTriage({ list, undo, sorting, onDone }: TriageParts): Triage {
  const text = useText();
  const toast = useToast();
  /** By alert: an act that is undone leaves another version than the one it left itself. */
  const versions = useRef(new Map<string, number>());
  const acts = {
    ...{
      open: useAct(OpenAlertTicketDocument),
      attach: useAct(AttachAlertDocument),
      claim: useAct(ClaimAlertDocument),
    },
    ...{ suppress: useAct(SuppressAlertDocument), snooze: useAct(SnoozeAlertDocument) },
    ...{ back: useAct(ReturnAlertDocument), skip: useAct(SkipAlertDocument) },
  };
  const on = ({ lead: { id, version } }: TriageGroup) => ({
    alertId: id,
    expectedVersion: Math.max(version, versions.current.get(id) ?? 0),
  });
  const whole = (group: TriageGroup) => ({ ...on(group), wholeGroup: group.ids.length > 1 });
  const refused = (why: string): string => {
    toast({ tone: 'error', text: why });
    return why;
  };

  function said(done: Done, { title, ticketKey }: TriageLineFragment): string {
    return text(`triage.done.${done}`, { title, ticket: ticketKey ?? '' });
  }
  async function settle(asked: Answer, group: TriageGroup, done: Done): Promise<string | null> {
    const outcome = (await asked)?.outcome;
    list.reload();
    switch (outcome?.__typename) {
      case 'AlertTriaged': {
        const { alert } = outcome;
        versions.current.set(alert.id, alert.version);
        const words = said(done, alert);
        if (done === 'returned') {
          list.handle(group.ids, false);
          toast({ text: words });
        } else {
          if (sorting && LEAVES.includes(done)) list.handle(group.ids, true);
          toast({ text: words, undo: undo.push({ words, undo: () => void giveBack(group) }) });
        }
        onDone(group, done);
        return null;
      }
      case 'AlertChangedMeanwhile':
        versions.current.set(outcome.current.id, outcome.current.version);
        return refused(text('triage.changed'));
      case 'InputRefused':
        return refused(outcome.problems[0]?.message ?? '');
      case 'NotFound':
        return refused(text('page.gone'));
      case undefined:
        return text('form.unreachable');
    }
  }
  const giveBack = (group: TriageGroup) => settle(acts.back.run({ input: whole(group) }), group, 'returned');
  async function skip(group: TriageGroup, reason: SkipReason): Promise<string | null> {
    const answer = await acts.skip.run({ input: { alertId: group.lead.id, reason } });
    if (answer === null) return text('form.unreachable');
    if (answer.skipped.__typename === 'NotFound') return refused(text('page.gone'));
    onDone(group, 'skipped');
    return null;
  }
  return {
    busy: Object.values(acts).some(({ busy }) => busy),
    open: (group, priority) => settle(acts.open.run({ input: { ...on(group), priority } }), group, 'opened'),
    attach: (group, ticketKey) => settle(acts.attach.run({ input: { ...on(group), ticketKey } }), group, 'attached'),
    suppress: (group, reason) => settle(acts.suppress.run({ input: { ...whole(group), reason } }), group, 'suppressed'),
    snooze: (group, minutes) => settle(acts.snooze.run({ input: { ...whole(group), minutes } }), group, 'snoozed'),
    claim: (group) => settle(acts.claim.run({ input: whole(group) }), group, 'claimed'),
    giveBack,
    skip,
  };
}
