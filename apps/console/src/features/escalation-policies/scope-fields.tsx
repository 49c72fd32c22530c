import { PRIORITIES, TICKET_TYPES, type PolicyScope } from '@daylight/domain';
import { useQuery } from '@daylight/web-data';
import { Badge, Checkbox, IconButton, Row, SearchSelect, Stack, Text } from '@daylight/web-ui';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { within, type FieldProblem } from '../forms/field-problems.js';
import { toggled } from '../forms/lists.js';
import { PolicyContractsDocument } from './generated/escalation-policies.js';

interface ScopeFieldsProps {
  readonly scope: PolicyScope;
  readonly onChange: (scope: PolicyScope) => void;
  /** Relative to the scope. */
  readonly problems: readonly FieldProblem[];
}

const Group = ({ legend, children }: { readonly legend: string; readonly children: ReactNode }) => (
  <fieldset style={{ margin: 0, padding: 0, border: 0 }}>
    <legend>
      <Text look="strong">{legend}</Text>
    </legend>
    <Row>{children}</Row>
  </fieldset>
);

/** What the policy is for; nothing chosen means all. */
export function ScopeFields({ scope, onChange, problems }: ScopeFieldsProps) {
  const text = useText();
  const [{ data }] = useQuery({ query: PolicyContractsDocument, variables: { tenantId: null } });
  const contracts = (data?.contracts.edges ?? []).map(({ node: { id, tenantName, title } }) => ({
    value: id,
    label: `${tenantName} · ${title}`,
  }));
  const nameOf = (id: string): string => contracts.find(({ value }) => value === id)?.label ?? id;
  return (
    <Stack>
      <Text look="small">{text('policy.scope.help')}</Text>
      <Group legend={text('ticket.priority')}>
        {PRIORITIES.map((priority) => (
          <Checkbox
            key={priority}
            label={priority}
            checked={scope.priorities.includes(priority)}
            onChange={(on) => onChange({ ...scope, priorities: toggled(scope.priorities, priority, on, PRIORITIES) })}
          />
        ))}
      </Group>
      <Group legend={text('ticket.type')}>
        {TICKET_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={text(`ticket.type.${type}`)}
            checked={scope.types.includes(type)}
            onChange={(on) => onChange({ ...scope, types: toggled(scope.types, type, on, TICKET_TYPES) })}
          />
        ))}
      </Group>
      <SearchSelect
        label={text('policy.contracts')}
        value={null}
        placeholder={text('policy.contracts.add')}
        error={within(problems, 'contractIds')[0]?.message ?? null}
        options={contracts.filter(({ value }) => !scope.contractIds.includes(value))}
        onChange={(id) => id !== null && onChange({ ...scope, contractIds: [...scope.contractIds, id] })}
      />
      <Row gap="xs">
        {scope.contractIds.map((id) => (
          <Row key={id} gap="xs" wrap={false}>
            <Badge>{nameOf(id)}</Badge>
            <IconButton
              label={text('policy.target.remove', { name: nameOf(id) })}
              icon={<IconX size={16} />}
              onClick={() => onChange({ ...scope, contractIds: scope.contractIds.filter((one) => one !== id) })}
            />
          </Row>
        ))}
      </Row>
    </Stack>
  );
}
