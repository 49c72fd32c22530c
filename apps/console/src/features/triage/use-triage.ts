import { useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { useAct } from '../forms/use-act.js';
import {
  AttachAlertDocument,
  ClaimAlertDocument,
  OpenAlertTicketDocument,
  ReturnAlertDocument,
  SnoozeAlertDocument,
  SuppressAlertDocument,
  type TriageLineFragment,
  type TriageOutcomeFragment,
} from './generated/triage.js';

type Priority = 'P1' | 'P2' | 'P3' | 'P4' | 'P5';
type Done = 'opened' | 'attached' | 'suppressed' | 'snoozed' | 'claimed' | 'returned';

/** What triage does to an alert. Each resolves to null when it is done, else to why it isn't. */
export interface Triage {
  readonly busy: boolean;
  readonly open: (alert: TriageLineFragment, priority: Priority | null) => Promise<string | null>;
  readonly attach: (alert: TriageLineFragment, ticketKey: string) => Promise<string | null>;
  readonly suppress: (alert: TriageLineFragment, reason: string) => Promise<string | null>;
  readonly snooze: (alert: TriageLineFragment, minutes: number) => Promise<string | null>;
  readonly claim: (alert: TriageLineFragment) => Promise<string | null>;
  readonly giveBack: (alert: TriageLineFragment) => Promise<string | null>;
}

const on = ({ id, version }: TriageLineFragment) => ({ alertId: id, expectedVersion: version });

/** The acts of triage, each undone by its toast. `reload` reads the list again. */
export function useTriage(reload: () => void): Triage {
  const text = useText();
  const toast = useToast();
  const acts = {
    ...{
      open: useAct(OpenAlertTicketDocument),
      attach: useAct(AttachAlertDocument),
      claim: useAct(ClaimAlertDocument),
    },
    ...{
      suppress: useAct(SuppressAlertDocument),
      snooze: useAct(SnoozeAlertDocument),
      back: useAct(ReturnAlertDocument),
    },
  };

  async function settle(
    asked: Promise<{ readonly outcome: TriageOutcomeFragment } | null>,
    done: Done,
  ): Promise<string | null> {
    const outcome = (await asked)?.outcome;
    reload();
    switch (outcome?.__typename) {
      case 'AlertTriaged': {
        const { alert } = outcome;
        const undo = done === 'returned' ? {} : { undo: () => void giveBack(alert) };
        toast({ text: text(`triage.done.${done}`, { title: alert.title, ticket: alert.ticketKey ?? '' }), ...undo });
        return null;
      }
      case 'AlertChangedMeanwhile':
        return refused(text('triage.changed'));
      case 'InputRefused':
        return refused(outcome.problems[0]?.message ?? '');
      case 'NotFound':
        return refused(text('page.gone'));
      case undefined:
        return text('form.unreachable');
    }
  }
  const refused = (why: string): string => {
    toast({ tone: 'error', text: why });
    return why;
  };
  const giveBack = (alert: TriageLineFragment) => settle(acts.back.run({ input: on(alert) }), 'returned');
  return {
    busy: Object.values(acts).some(({ busy }) => busy),
    open: (alert, priority) => settle(acts.open.run({ input: { ...on(alert), priority } }), 'opened'),
    attach: (alert, ticketKey) => settle(acts.attach.run({ input: { ...on(alert), ticketKey } }), 'attached'),
    suppress: (alert, reason) => settle(acts.suppress.run({ input: { ...on(alert), reason } }), 'suppressed'),
    snooze: (alert, minutes) => settle(acts.snooze.run({ input: { ...on(alert), minutes } }), 'snoozed'),
    claim: (alert) => settle(acts.claim.run({ input: on(alert) }), 'claimed'),
    giveBack,
  };
}
