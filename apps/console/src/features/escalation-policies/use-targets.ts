import { useLocal } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import type { ContactSide, EscalationTarget } from '@daylight/domain';
import { useMemo } from 'react';
import { useText } from '../../app/text.js';
import { PolicyTargetsDocument } from './generated/escalation-policies.js';
import { targetText } from './policy-draft.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly target: EscalationTarget;
}

export interface Choices {
  readonly targets: readonly Choice[];
  readonly calendars: readonly { readonly value: string; readonly label: string }[];
  readonly nameOf: (target: EscalationTarget) => string;
}

/** Whom a step can call: schedules, teams, contacts, and whoever holds a role on either side. */
export function useChoices(): Choices {
  const text = useText();
  const local = useLocal();
  const [{ data }] = useQuery({ query: PolicyTargetsDocument });
  return useMemo(() => {
    const choice = (target: EscalationTarget, label: string): Choice => ({ value: targetText(target), label, target });
    const contacts = data?.escalationContacts ?? [];
    const roles = new Map<string, { readonly side: ContactSide; readonly role: string }>(
      contacts.flatMap(({ contact: { side, role } }) =>
        side === 'SYSTEM' ? [] : [[`${side}/${role}`, { side, role }] as const],
      ),
    );
    const targets = [
      ...(data?.onCallSchedules ?? []).map(({ id, name }) =>
        choice({ kind: 'SCHEDULE', scheduleId: id }, text('policy.target.SCHEDULE', { name: local(name) })),
      ),
      ...(data?.teams ?? []).map(({ id, name }) =>
        choice({ kind: 'TEAM', teamId: id }, text('policy.target.TEAM', { name })),
      ),
      ...[...roles.values()].map(({ side, role }) =>
        choice(
          { kind: 'ROLE', side, role },
          text('policy.target.ROLE', { name: role, side: text(`contacts.side.${side}`) }),
        ),
      ),
      ...contacts.map(({ tenantName, contact: { id, name, role } }) =>
        choice({ kind: 'CONTACT', contactId: id }, `${name} · ${role}${tenantName === null ? '' : ` · ${tenantName}`}`),
      ),
    ];
    const calendars = (data?.calendarTemplates.edges ?? []).map(({ node }) => ({
      value: node.id,
      label: local(node.name),
    }));
    const known = new Map(targets.map(({ value, label }) => [value, label]));
    const byKey = (target: EscalationTarget): string | undefined =>
      targets.find(
        (one) => JSON.stringify(Object.entries(one.target).sort()) === JSON.stringify(Object.entries(target).sort()),
      )?.label;
    const nameOf = (target: EscalationTarget): string =>
      known.get(targetText(target)) ?? byKey(target) ?? text('policy.target.gone');
    return { targets, calendars, nameOf };
  }, [data, local, text]);
}
