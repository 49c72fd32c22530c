import { Problems } from '@daylight/web-app';
import { Button, Checkbox, Grid, Panel, Row, Segments, Select, Stack, Text, TextField } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { within } from '../forms/field-problems.js';
import { replaced, without } from '../forms/lists.js';
import classes from './imports.module.css';
import type { MappingFormProps } from './mapping-form.js';
import { EFFECTS, withEffect, withWaiting, type EventLog, type Step } from './mapping.js';

interface StepsEditorProps extends Omit<MappingFormProps, 'mapping'> {
  readonly mapping: EventLog;
}

const listOf = (values: string | readonly string[]): readonly string[] =>
  typeof values === 'string' ? [values] : values;
const conditionsOf = (step: Step): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(step.when).map(([column, values]) => [column, listOf(values)] as const);

/** What each kind of entry of the log means. The first that fits holds. */
export function StepsEditor({ mapping, onChange, columns, reasons, problems }: StepsEditorProps) {
  const text = useText();
  const { steps } = mapping;
  const set = (next: readonly Step[]): void => onChange({ ...mapping, steps: [...next] });
  const own = within(problems, 'steps');
  return (
    <Panel title={text('mapping.steps')} description={text('mapping.steps.help')}>
      <Stack>
        {steps.map((step, index) => {
          const here = within(own, `[${index}]`);
          return (
            <StepRow
              key={index}
              step={step}
              columns={columns}
              reasons={reasons}
              messages={here.map(({ message }) => message)}
              onChange={(next) => set(replaced(steps, index, next))}
              onRemove={() => set(without(steps, index))}
            />
          );
        })}
        <Row justify="between" align="end">
          <Button size="small" onClick={() => set([...steps, { when: { [columns[0] ?? '']: '' }, is: ['NOTE'] }])}>
            {text('mapping.addStep')}
          </Button>
          <Segments
            size="small"
            label={text('mapping.unmatched')}
            value={mapping.unmatched}
            options={(['NOTE', 'REJECT'] as const).map((value) => ({
              value,
              label: text(`mapping.unmatched.${value}`),
            }))}
            onChange={(unmatched) => onChange({ ...mapping, unmatched })}
          />
        </Row>
      </Stack>
    </Panel>
  );
}

interface StepRowProps {
  readonly step: Step;
  readonly columns: readonly string[];
  readonly reasons: MappingFormProps['reasons'];
  readonly messages: readonly string[];
  readonly onChange: (step: Step) => void;
  readonly onRemove: () => void;
}

function StepRow({ step, columns, reasons, messages, onChange, onRemove }: StepRowProps) {
  const text = useText();
  const conditions = conditionsOf(step);
  const waiting = step.is.find((effect) => typeof effect !== 'string');
  const said =
    conditions.length === 0
      ? text('mapping.always')
      : conditions.map(([column, values]) => `${column} = ${values.join(' | ')}`).join(' & ');
  const means = step.is
    .map((effect) =>
      typeof effect === 'string'
        ? text(`effect.${effect}`)
        : text('effect.waiting', {
            reason: reasons.find(({ value }) => value === effect.waiting)?.label ?? effect.waiting,
          }),
    )
    .join(', ');
  function condition(at: number, column: string, values: string): void {
    const list = values
      .split('|')
      .map((value) => value.trim())
      .filter((value) => value !== '');
    const next = conditions.map((pair, index): readonly [string, string | readonly string[]] =>
      index === at
        ? [column, list.length > 1 ? list : (list[0] ?? values)]
        : [pair[0], pair[1].length > 1 ? pair[1] : (pair[1][0] ?? '')],
    );
    onChange({
      ...step,
      when: Object.fromEntries(next.map(([name, value]) => [name, typeof value === 'string' ? value : [...value]])),
    });
  }
  return (
    <details className={classes['step']} data-bad={messages.length > 0} open={messages.length > 0}>
      <summary>
        <span>{said}</span>
        <Text look="small">→ {means || text('mapping.meansNothing')}</Text>
      </summary>
      <div className={classes['body']}>
        <Stack gap="s">
          <Problems messages={messages} />
          {conditions.map(([column, values], index) => (
            <Grid key={index} min={12} gap="s">
              <Select
                label={text('mapping.column')}
                value={column}
                options={columns.map((value) => ({ value, label: value }))}
                placeholder={text('mapping.pickColumn')}
                onChange={(chosen) => condition(index, chosen, values.join(' | '))}
              />
              <TextField
                label={text('mapping.holds')}
                description={text('mapping.holds.help')}
                value={values.join(' | ')}
                onChange={(typed) => condition(index, column, typed)}
              />
            </Grid>
          ))}
          <Text look="small">{text('mapping.means')}</Text>
          <Row gap="m">
            {EFFECTS.map((effect) => (
              <Checkbox
                key={effect}
                label={text(`effect.${effect}`)}
                checked={step.is.includes(effect)}
                onChange={(on) => onChange(withEffect(step, effect, on))}
              />
            ))}
          </Row>
          <Grid min={14} gap="s">
            <Select
              label={text('mapping.waiting')}
              value={waiting?.waiting ?? 'NOT-WAITING'}
              options={[{ value: 'NOT-WAITING', label: text('mapping.notWaiting') }, ...reasons]}
              onChange={(reason) =>
                onChange(withWaiting(step, reason === 'NOT-WAITING' ? '' : reason, waiting?.question ?? null))
              }
            />
            {waiting === undefined ? null : (
              <TextField
                label={text('mapping.question')}
                description={text('mapping.question.help')}
                value={waiting.question ?? ''}
                onChange={(question) => onChange(withWaiting(step, waiting.waiting, question))}
              />
            )}
          </Grid>
          <span>
            <Button size="small" onClick={onRemove}>
              {text('form.remove')}
            </Button>
          </span>
        </Stack>
      </div>
    </details>
  );
}
