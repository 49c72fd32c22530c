import { Permitted, Problems, useGo, useLocal, useParam } from '@daylight/web-app';
import { outcomeOf, useQuery } from '@daylight/web-data';
import { Button, IconButton, PageLayout, Panel, Stack, useToast } from '@daylight/web-ui';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import {
  PoliciesPageDocument,
  SavePolicyDocument,
  type PolicyWholeFragment,
} from '../../features/escalation-policies/generated/escalation-policies.js';
import { newPolicy, newStep, readPolicy, type PolicyDraft } from '../../features/escalation-policies/policy-draft.js';
import { PolicyHistory } from '../../features/escalation-policies/policy-history.js';
import { ScopeFields } from '../../features/escalation-policies/scope-fields.js';
import { DelayFields, TargetFields } from '../../features/escalation-policies/step-fields.js';
import { useChoices, type Choices } from '../../features/escalation-policies/use-targets.js';
import { messageAt, within, type FieldProblem } from '../../features/forms/field-problems.js';
import { KeptActions, KeptTrouble, useKept } from '../../features/forms/kept-document.js';
import { replaced, without } from '../../features/forms/lists.js';
import { LocalizedField } from '../../features/forms/localized-field.js';
import { NumberField } from '../../features/forms/number-field.js';
import { useAct } from '../../features/forms/use-act.js';
import { freeKey } from '../../features/on-call/schedule-document.js';
import { Stored } from '../../features/page/stored.js';

const PARTS = ['name', 'scope', 'steps', 'repeats', 'afterLastStep', 'fallback'];

/** One ladder: a new one, or one that is kept. */
export function PolicyPage() {
  const text = useText();
  const id = useParam('policyId');
  const back = { href: '/escalation-policies', label: text('app.nav.policies') };
  return (
    <Permitted permission="escalation:edit" title={text('policy.new')} back={back}>
      {id === '' ? <Editor stored={null} /> : <Kept id={id} />}
    </Permitted>
  );
}

function Kept({ id }: { readonly id: string }) {
  const text = useText();
  const [state, ask] = useQuery({ query: PoliciesPageDocument, variables: { includeArchived: true } });
  return (
    <Stored
      state={state}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      one={state.data?.escalationPolicies.find((each) => each.id === id)}
      list={{ href: '/escalation-policies', label: text('app.nav.policies') }}
    >
      {(stored) => <Editor key={stored.id} stored={stored} />}
    </Stored>
  );
}

function Editor({ stored }: { readonly stored: PolicyWholeFragment | null }) {
  const text = useText();
  const local = useLocal();
  const go = useGo();
  const toast = useToast();
  const choices = useChoices();
  const { run, busy } = useAct(SavePolicyDocument);
  const [draft, setDraft] = useState<PolicyDraft>(() => readPolicy(stored?.document) ?? newPolicy());
  const { version, problems, stale, changedMeanwhile, refusals } = useKept(stored);
  async function save(archived: boolean): Promise<void> {
    const answer = await run({
      input: { policyId: stored?.id ?? null, expectedVersion: version, document: draft, archived },
    });
    if (answer === null) return;
    outcomeOf(answer.saveEscalationPolicy, {
      EscalationPolicySaved: ({ policy }) => {
        toast({ text: text('policy.saved', { name: local(policy.name) }) });
        go('/escalation-policies');
      },
      EscalationPolicyChangedMeanwhile: ({ current }) => changedMeanwhile(current),
      ...refusals,
    });
  }
  return (
    <PageLayout
      title={stored === null ? text('policy.new') : local(stored.name)}
      description={stored === null ? undefined : text('policy.versionNumber', { version: stored.version })}
      back={{ href: '/escalation-policies', label: text('app.nav.policies') }}
      width="reading"
      actions={<KeptActions stored={stored} busy={busy} onSave={(archived) => void save(archived)} />}
    >
      <Stack>
        <KeptTrouble problems={problems} parts={PARTS} stale={stale} />
        <Panel title={text('policy.for')}>
          <Stack>
            <LocalizedField
              label={text('onCall.name')}
              required
              value={draft.name}
              onChange={(name) => setDraft({ ...draft, name })}
              problems={within(problems, 'name')}
            />
            <ScopeFields
              scope={draft.scope}
              onChange={(scope) => setDraft({ ...draft, scope })}
              problems={within(problems, 'scope')}
            />
          </Stack>
        </Panel>
        <Steps draft={draft} onChange={setDraft} choices={choices} problems={problems} />
        <Panel title={text('policy.end')} description={text('policy.end.lead')}>
          <Stack>
            <NumberField
              label={text('policy.repeats')}
              value={draft.repeats}
              error={messageAt(problems, 'repeats')}
              onChange={(repeats) => setDraft({ ...draft, repeats: repeats ?? 0 })}
            />
            <DelayFields
              label={text('policy.afterLast')}
              delay={draft.afterLastStep}
              choices={choices}
              onChange={(afterLastStep) => setDraft({ ...draft, afterLastStep })}
              problems={within(problems, 'afterLastStep')}
            />
            <TargetFields
              label={text('policy.fallback')}
              targets={draft.fallback}
              choices={choices}
              onChange={(fallback) => setDraft({ ...draft, fallback })}
              problems={within(problems, 'fallback')}
            />
          </Stack>
        </Panel>
        {stored === null ? null : <PolicyHistory policyId={stored.id} />}
      </Stack>
    </PageLayout>
  );
}

interface StepsProps {
  readonly draft: PolicyDraft;
  readonly onChange: (draft: PolicyDraft) => void;
  readonly choices: Choices;
  readonly problems: readonly FieldProblem[];
}

function Steps({ draft, onChange, choices, problems }: StepsProps) {
  const text = useText();
  const { steps } = draft;
  const set = (next: PolicyDraft['steps']): void => onChange({ ...draft, steps: next });
  const whole = messageAt(problems, 'steps');
  return (
    <Stack>
      {whole === null ? null : <Problems messages={[whole]} />}
      {steps.map((step, index) => {
        const own = within(problems, `steps[${index}]`);
        const number = index + 1;
        return (
          <Panel
            key={step.id}
            title={text('policy.step', { number })}
            actions={
              steps.length === 1 ? undefined : (
                <IconButton
                  label={text('policy.step.remove', { number })}
                  icon={<IconTrash size={18} />}
                  onClick={() => set(without(steps, index))}
                />
              )
            }
          >
            <Stack>
              <DelayFields
                label={text(index === 0 ? 'policy.delay.first' : 'policy.delay')}
                delay={step.delay}
                choices={choices}
                onChange={(delay) => set(replaced(steps, index, { ...step, delay }))}
                problems={within(own, 'delay')}
              />
              <TargetFields
                label={text('policy.targets')}
                targets={step.targets}
                choices={choices}
                onChange={(targets) => set(replaced(steps, index, { ...step, targets }))}
                problems={within(own, 'targets')}
              />
            </Stack>
          </Panel>
        );
      })}
      <div>
        <Button
          onClick={() =>
            set([
              ...steps,
              newStep(
                freeKey(
                  steps.map(({ id }) => id),
                  'step',
                ),
                15,
              ),
            ])
          }
        >
          {text('policy.step.add')}
        </Button>
      </div>
    </Stack>
  );
}
