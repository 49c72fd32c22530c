import { STATUTORY_TEMPLATES } from '../sla/statutory-templates.js';
import type { CommandOf } from './commands.js';
import type { DecisionContext } from './decide-conversation.js';
import { accept, reject, type Decision } from './problems.js';
import type { TicketState } from './state.js';

/** Says whether a security incident touches personal data, and since when that is known. */
export function decidePersonalData(
  state: TicketState,
  { affected, awareAt }: CommandOf<'SET_PERSONAL_DATA'>,
  { now }: DecisionContext,
): Decision {
  if (state.type !== 'SECURITY_INCIDENT') return reject({ kind: 'NOT_A_SECURITY_INCIDENT' });
  if (!(awareAt <= now)) return reject({ kind: 'STILL_AHEAD', field: 'awareAt', at: awareAt, now });
  const { leakAwareAt } = state.security;
  if (affected ? leakAwareAt === awareAt : leakAwareAt === null)
    return reject({ kind: 'NOTHING_CHANGES', command: 'SET_PERSONAL_DATA' });
  return accept({ kind: 'PERSONAL_DATA_SET', v: 1, affected, awareAt });
}

/** Records that a notice owed by law was given. */
export function decideNotice(
  state: TicketState,
  { templateId, dutyId, givenAt }: CommandOf<'GIVE_NOTICE'>,
  { now }: DecisionContext,
): Decision {
  if (state.type !== 'SECURITY_INCIDENT') return reject({ kind: 'NOT_A_SECURITY_INCIDENT' });
  const template = STATUTORY_TEMPLATES.find(({ id }) => id === templateId);
  if (!template?.duties.some(({ id }) => id === dutyId))
    return reject({ kind: 'NOTICE_UNKNOWN', field: 'dutyId', dutyId });
  if (!(givenAt <= now)) return reject({ kind: 'STILL_AHEAD', field: 'givenAt', at: givenAt, now });
  const given = state.security.notices.find((notice) => notice.templateId === templateId && notice.dutyId === dutyId);
  if (given !== undefined) return reject({ kind: 'NOTICE_ALREADY_GIVEN', field: 'dutyId', at: given.at });
  return accept({ kind: 'NOTICE_GIVEN', v: 1, templateId, dutyId, givenAt });
}
