import { useLocal } from '@daylight/web-app';
import { useId } from 'react';
import { useText } from '../../app/text.js';
import { CODES, OUTCOMES, type Outcome } from './codes.js';
import classes from './staff-composer.module.css';
import type { TicketWork } from './ticket-work.js';

type Code = (typeof CODES)[number];

/** What follows a reply: nothing, waiting for the answer for a reason of the terms, or the end; a change’s with how it went. */
export type Then = '' | `wait:${string}` | `resolve:${Code}` | `resolve:${Code}:${Outcome}`;

/** The part of the reply's input that says so. */
export function thenInput(then: Then): {
  readonly thenWait: string | null;
  readonly thenResolve: Code | null;
  readonly thenChangeOutcome: Outcome | null;
} {
  const [kind, named, went] = then.split(':');
  if (kind === 'wait') return { thenWait: then.slice('wait:'.length), thenResolve: null, thenChangeOutcome: null };
  return {
    thenWait: null,
    thenResolve: CODES.find((code) => code === named) ?? null,
    thenChangeOutcome: OUTCOMES.find((outcome) => outcome === went) ?? null,
  };
}

interface ThenOption {
  readonly value: Then;
  readonly label: string;
}

/** The ways in which this ticket can be resolved: a change by how it went, the others by how they were solved. */
function useEndings(work: TicketWork): readonly ThenOption[] {
  const text = useText();
  if (!work.may('resolveTicket')) return [];
  if (work.ticket.type !== 'CHANGE')
    return CODES.map((code) => ({
      value: `resolve:${code}` as const,
      label: text('ticket.then.resolve', { code: text(`ticket.code.${code}`) }),
    }));
  return OUTCOMES.map((outcome) => ({
    value: `resolve:${outcome === 'AS_PLANNED' || outcome === 'WITH_ISSUES' ? 'FIXED' : 'OTHER'}:${outcome}` as const,
    label: text('ticket.then.resolve', { code: text(`ticket.outcome.${outcome}`) }),
  }));
}

interface ThenSelectProps {
  readonly work: TicketWork;
  readonly value: Then;
  readonly onChange: (then: Then) => void;
}

/** Sends and moves the ticket on in one go. */
export function ThenSelect({ work, value, onChange }: ThenSelectProps) {
  const text = useText();
  const local = useLocal();
  const id = useId();
  const rules = work.may('waitTicket')
    ? work.ticket.waitingRules.filter(({ status }) => status === 'WAITING_ON_CLIENT')
    : [];
  const endings = useEndings(work);
  const options: readonly ThenOption[] = [
    { value: '', label: text('ticket.then.nothing') },
    ...rules.map(({ reason, name }) => ({
      value: `wait:${reason}` as const,
      label: text('ticket.then.wait', { reason: local(name) }),
    })),
    ...endings,
  ];
  return (
    <span className={classes['then']}>
      <label htmlFor={id} className="dl-hidden">
        {text('ticket.then')}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) =>
          onChange(options.find((option) => option.value === event.currentTarget.value)?.value ?? '')
        }
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
