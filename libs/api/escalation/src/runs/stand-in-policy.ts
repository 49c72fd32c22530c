import { contactsOf, type EscalationDirectory, type EscalationPolicy, type EscalationTarget } from '@daylight/domain';

const MINUTES_PER_STEP = 15;
const pause = (minutes: number) => ({ unit: 'WALL_MINUTES', minutes }) as const;
const NOBODY: EscalationTarget = { kind: 'ROLE', side: 'PROVIDER', role: 'ON_CALL' };

/**
 * The ladder where no policy is for a case: the provider's contacts at once, the client's after a quarter of an hour, then
 * the alarm. Without any contact its only step reaches nobody, so that the alarm follows within a minute (D-CON-2: a P1
 * still escalates).
 */
export function standInPolicy(directory: EscalationDirectory, tenantId: string): EscalationPolicy {
  const contacts = contactsOf(directory, tenantId);
  const targetsOf = (wanted: 'PROVIDER' | 'CLIENT'): readonly EscalationTarget[] =>
    contacts.filter(({ side }) => side === wanted).map(({ id }) => ({ kind: 'CONTACT', contactId: id }));
  const groups = [targetsOf('PROVIDER'), targetsOf('CLIENT')].filter((targets) => targets.length > 0);
  const steps = (groups.length === 0 ? [[NOBODY]] : groups).map((targets, index) => ({
    id: `step-${index + 1}`,
    delay: pause(index === 0 ? 0 : MINUTES_PER_STEP),
    targets,
  }));
  return {
    id: 'none',
    name: { ko: '기본 연락 순서', en: 'Contacts in their order' },
    scope: { contractIds: [], priorities: [], types: [] },
    steps,
    repeats: 0,
    afterLastStep: pause(groups.length === 0 ? 1 : MINUTES_PER_STEP),
    fallback: groups[0] ?? [NOBODY],
  };
}
