import { sayDuration, sayInstantAndZone, clockName } from '@daylight/text';
import type { Tx } from '@daylight/api-database';
import { isId, type PersonScope } from '@daylight/api-platform';
import {
  MINUTE,
  matrixPriority,
  promisedTimes,
  type Grade,
  type Language,
  type PromisedTime,
  type TargetAmount,
  type TicketType,
} from '@daylight/domain';
import { bindAt } from '../binding.js';
import { amountView } from '../views/clock-view.js';

export interface PromiseQuestion {
  readonly tenantId: string;
  readonly serviceItemId: string;
  readonly type: TicketType;
  readonly impact: Grade;
  readonly urgency: Grade;
}

function sayAmount(amount: TargetAmount, language: Language): string {
  if (amount.unit === 'MINUTES') return sayDuration(amount.minutes * MINUTE, language);
  return language === 'ko' ? `${amount.days}영업일` : `${amount.days} business ${amount.days === 1 ? 'day' : 'days'}`;
}

function sentenceOf({ clock, target, dueAt }: PromisedTime, zone: string, language: Language): string {
  const within = sayAmount(target.amount, language);
  const by = dueAt === null ? '' : sayInstantAndZone(dueAt, zone, language);
  if (language === 'ko') return `${clockName(clock, 'ko')}: ${within} 이내${by === '' ? '' : `, ${by}까지`}`;
  return `${clockName(clock, 'en')}: within ${within}${by === '' ? '' : `, by ${by}`}`;
}

/** What would be promised to a ticket opened now, before it is submitted; null when there is no such service. */
export async function promisesFor(tx: Tx<PersonScope>, question: PromiseQuestion) {
  const { tenantId, serviceItemId, type, impact, urgency } = question;
  if (!isId(tenantId)) return null;
  const bound = await bindAt(tx, { tenantId, serviceItemId, at: tx.now });
  if (bound === null) return null;
  const { terms, calendarOf } = bound;
  const priority = matrixPriority(terms, impact, urgency);
  if (terms === null) return { outOfContract: true, priority, times: [] };
  const promised = promisedTimes({ terms, calendarOf, serviceItemId, priority, type, at: tx.now });
  const times = promised.map((promise) => {
    const { zone } = calendarOf(promise.target.calendarId, tx.now);
    const sentence = sentenceOf(promise, zone, tx.scope.language);
    return { kind: promise.clock, ...amountView(promise.target.amount), dueAt: promise.dueAt, zone, sentence };
  });
  return { outOfContract: false, priority, times };
}
