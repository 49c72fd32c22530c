import type { SlaPolicy } from '@daylight/domain';
import { useLocal } from '@daylight/web-app';
import { Button, Panel, Row, Stack, Text } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { within } from '../../forms/field-problems.js';
import { replaced, without } from '../../forms/lists.js';
import { LocalizedField } from '../../forms/localized-field.js';
import { MatrixGrid } from '../matrix/matrix-grid.js';
import { copyOf } from './draft.js';
import type { SectionProps } from './section.js';

/** SLA policies, each with its grid of promises. */
export function SlaSection({ terms, change, problems }: SectionProps) {
  const text = useText();
  const local = useLocal();
  const { policies, services } = terms;
  const calendars = terms.calendars.map(({ id, name }) => ({ id, name: local(name) }));
  const usedBy = (policy: SlaPolicy): readonly string[] =>
    services.filter(({ policyId }) => policyId === policy.id).map(({ name }) => local(name));
  return (
    <Stack>
      {policies.map((policy, index) => {
        const here = within(problems, `terms.policies[${index}]`);
        const users = usedBy(policy);
        const set = (next: SlaPolicy): void => change({ policies: replaced(policies, index, next) });
        const taken = new Set(
          policies.filter((other) => other !== policy).flatMap(({ targets }) => targets.map(({ id }) => id)),
        );
        return (
          <Panel
            key={policy.id}
            title={local(policy.name)}
            description={
              users.length === 0
                ? text('editor.policy.unused')
                : text('editor.policy.usedBy', { services: users.join(', ') })
            }
            actions={
              <Row gap="xs">
                <Button size="small" onClick={() => change({ policies: [...policies, copyOf(policy, policies)] })}>
                  {text('editor.policy.copy')}
                </Button>
                <Button
                  size="small"
                  disabled={users.length > 0 || policies.length === 1}
                  onClick={() => change({ policies: without(policies, index) })}
                >
                  {text('form.remove')}
                </Button>
              </Row>
            }
          >
            <Stack>
              <MatrixGrid policy={policy} calendars={calendars} taken={taken} onChange={set} problems={here} />
              <details>
                <summary>
                  <Text look="small">{text('editor.policy.rename')}</Text>
                </summary>
                <LocalizedField
                  label={text('editor.policy.name')}
                  value={policy.name}
                  onChange={(name) => set({ ...policy, name })}
                  problems={within(here, 'name')}
                  required
                />
              </details>
            </Stack>
          </Panel>
        );
      })}
    </Stack>
  );
}
