import { CLOCK_KINDS, KPI_KEYS, kpiDefinition, type KpiTarget } from '@daylight/domain';
import { Problems } from '@daylight/web-app';
import { Button, EmptyState, Panel, Stack } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { messageAt, within, type FieldProblem } from '../../forms/field-problems.js';
import { replaced, without } from '../../forms/lists.js';
import { KpiTargetRow } from './kpi-target-row.js';
import type { SectionProps } from './section.js';

const NEW_TARGET: KpiTarget = {
  kpi: 'SLA_ATTAINMENT',
  clock: 'FIRST_RESPONSE',
  side: 'PROVIDER',
  comparison: 'AT_LEAST',
  value: 9_500,
};

/** A target for a figure that none of the present ones is for. */
function nextTarget(present: readonly KpiTarget[]): KpiTarget {
  const clock = CLOCK_KINDS.find(
    (each) => !present.some((target) => target.kpi === 'SLA_ATTAINMENT' && target.clock === each),
  );
  if (clock !== undefined) return { ...NEW_TARGET, clock };
  const kpi =
    KPI_KEYS.find((key) => kpiDefinition(key)?.clocks.length === 0 && !present.some((target) => target.kpi === key)) ??
    'REOPEN_RATE';
  return { kpi, clock: null, side: 'PROVIDER', comparison: 'AT_MOST', value: 500 };
}

/** Targets for figures, of both sides: the client's own answer times too. */
export function KpisSection({ terms, change, problems }: SectionProps) {
  const text = useText();
  const { kpiTargets } = terms;
  const own: readonly FieldProblem[] = within(problems, 'terms.kpiTargets');
  const whole = messageAt(own, '');
  return (
    <Panel title={text('editor.kpis')} description={text('editor.kpis.help')}>
      <Stack>
        <Problems messages={whole === null ? [] : [whole]} />
        {kpiTargets.length === 0 ? (
          <EmptyState compact title={text('editor.kpis.empty.title')}>
            {text('editor.kpis.empty.body')}
          </EmptyState>
        ) : null}
        {kpiTargets.map((target, index) => (
          <KpiTargetRow
            key={index}
            target={target}
            problems={within(own, `[${index}]`)}
            onChange={(next) => change({ kpiTargets: replaced(kpiTargets, index, next) })}
            onRemove={() => change({ kpiTargets: without(kpiTargets, index) })}
          />
        ))}
        <span>
          <Button size="small" onClick={() => change({ kpiTargets: [...kpiTargets, nextTarget(kpiTargets)] })}>
            {text('editor.kpis.add')}
          </Button>
        </span>
      </Stack>
    </Panel>
  );
}
