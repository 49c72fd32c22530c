import { useLocal } from '@daylight/web-app';
import { useId } from 'react';
import { useText } from '../../app/text.js';
import { CODES } from './codes.js';
import classes from './staff-composer.module.css';
import type { TicketWork } from './ticket-work.js';

/** What follows a reply: nothing, waiting for the answer for a reason of the terms, or the end. */
export type Then = '' | `wait:${string}` | `resolve:${(typeof CODES)[number]}`;

/** The part of the reply's input that says so. */
export function thenInput(then: Then): {
  readonly thenWait: string | null;
  readonly thenResolve: (typeof CODES)[number] | null;
} {
  const code = CODES.find((one) => then === `resolve:${one}`);
  return { thenWait: then.startsWith('wait:') ? then.slice('wait:'.length) : null, thenResolve: code ?? null };
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
  const codes = work.may('resolveTicket') ? CODES : [];
  const options: readonly { readonly value: Then; readonly label: string }[] = [
    { value: '', label: text('ticket.then.nothing') },
    ...rules.map(({ reason, name }) => ({
      value: `wait:${reason}` as const,
      label: text('ticket.then.wait', { reason: local(name) }),
    })),
    ...codes.map((code) => ({
      value: `resolve:${code}` as const,
      label: text('ticket.then.resolve', { code: text(`ticket.code.${code}`) }),
    })),
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
