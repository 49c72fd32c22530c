import { PRIORITIES, RESPONSE_ACTS, WAITING_STATUSES, type Priority, type WaitingRule } from '@daylight/domain';
import { Problems, useLocal } from '@daylight/web-app';
import { Button, Checkbox, Grid, Panel, Row, Select, Stack, Text, TextField } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { messageAt, within } from '../../forms/field-problems.js';
import { replaced, toggled, without } from '../../forms/lists.js';
import { LocalizedField } from '../../forms/localized-field.js';
import classes from './editor.module.css';
import type { SectionProps } from './section.js';

const PAUSABLE = ['RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'] as const;
const NEW_RULE: WaitingRule = {
  reason: '',
  name: { ko: '', en: '' },
  status: 'WAITING_ON_CLIENT',
  pauses: ['RESTORE', 'RESOLUTION'],
  needsCaseNumber: false,
};

/** How priority, responses and waiting are judged under these terms. */
export function RulesSection({ terms, change, problems }: SectionProps) {
  const text = useText();
  const responses = messageAt(problems, 'terms.responseMetBy');
  return (
    <Stack>
      <PriorityPanel terms={terms} change={change} problems={problems} />
      <Panel title={text('editor.responses')} description={text('editor.responses.help')}>
        <Stack gap="s">
          <Problems messages={responses === null ? [] : [responses]} />
          {RESPONSE_ACTS.map((act) => (
            <Checkbox
              key={act}
              label={text(`response.${act}`)}
              checked={terms.responseMetBy.includes(act)}
              onChange={(wanted) => change({ responseMetBy: toggled(terms.responseMetBy, act, wanted, RESPONSE_ACTS) })}
            />
          ))}
        </Stack>
      </Panel>
      <WaitingPanel terms={terms} change={change} problems={problems} />
    </Stack>
  );
}

/** Impact down, urgency across. */
function PriorityPanel({ terms, change }: SectionProps) {
  const text = useText();
  const set = (impact: number, urgency: number, priority: Priority): void =>
    change({
      priorityMatrix: terms.priorityMatrix.map((row, i) =>
        row.map((cell, u) => (i === impact && u === urgency ? priority : cell)),
      ),
    });
  return (
    <Panel title={text('editor.priorities')} description={text('editor.priorities.help')}>
      <div className={classes['scroll']}>
        <table className={classes['matrix']}>
          <thead>
            <tr>
              <th scope="col">{text('editor.impactByUrgency')}</th>
              {[1, 2, 3].map((urgency) => (
                <th key={urgency} scope="col">
                  {text('editor.urgency', {
                    grade: text(`grade.${urgency === 1 ? 'high' : urgency === 2 ? 'middle' : 'low'}`),
                  })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {terms.priorityMatrix.map((row, impact) => {
              const grade = text(`grade.${impact === 0 ? 'high' : impact === 1 ? 'middle' : 'low'}`);
              return (
                <tr key={impact}>
                  <th scope="row">{text('editor.impact', { grade })}</th>
                  {row.map((cell, urgency) => (
                    <td key={urgency}>
                      <select
                        className={classes['select']}
                        data-priority={cell}
                        aria-label={text('editor.priorityCell', { impact: impact + 1, urgency: urgency + 1 })}
                        value={cell}
                        onChange={(event) =>
                          set(impact, urgency, PRIORITIES.find((each) => each === event.currentTarget.value) ?? cell)
                        }
                      >
                        {PRIORITIES.map((each) => (
                          <option key={each} value={each}>
                            {each}
                          </option>
                        ))}
                      </select>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** Reasons for which a ticket may wait, and what that stops (D-SLA-4). */
function WaitingPanel({ terms, change, problems }: SectionProps) {
  const text = useText();
  const local = useLocal();
  const { waiting } = terms;
  return (
    <Panel title={text('editor.waiting')} description={text('editor.waiting.help')}>
      <Stack>
        {waiting.map((rule, index) => {
          const here = within(problems, `terms.waiting[${index}]`);
          const set = (part: Partial<WaitingRule>): void =>
            change({ waiting: replaced(waiting, index, { ...rule, ...part }) });
          const told = messageAt(here, '') ?? messageAt(here, 'needsCaseNumber');
          return (
            <details key={index} className={classes['item']} open={here.length > 0 || rule.reason === ''}>
              <summary className={classes['summary']}>
                <span>{local(rule.name) || text('editor.waiting.new')}</span>
                <Text look="small">{`${text(`waiting.${rule.status}`)} · ${rule.pauses.length === 0 ? text('editor.waiting.stopsNothing') : text('editor.waiting.stops', { clocks: rule.pauses.map((clock) => text(`clock.${clock}`)).join(', ') })}`}</Text>
              </summary>
              <div className={classes['body']}>
                <Stack gap="s">
                  <Problems messages={told === null ? [] : [told]} />
                  <LocalizedField
                    label={text('editor.waiting.name')}
                    value={rule.name}
                    onChange={(name) => set({ name })}
                    problems={within(here, 'name')}
                    required
                  />
                  <Grid min={14}>
                    <TextField
                      label={text('editor.waiting.reason')}
                      description={text('editor.waiting.reason.help')}
                      value={rule.reason}
                      onChange={(reason) => set({ reason: reason.toUpperCase() })}
                      error={messageAt(here, 'reason')}
                      placeholder="CLIENT_ANSWER"
                      required
                    />
                    <Select
                      label={text('editor.waiting.status')}
                      value={rule.status}
                      options={WAITING_STATUSES.map((value) => ({ value, label: text(`waiting.${value}`) }))}
                      onChange={(status) => set({ status })}
                    />
                  </Grid>
                  <Text look="small">{text('editor.waiting.pauses')}</Text>
                  <Row gap="m">
                    {PAUSABLE.map((clock) => (
                      <Checkbox
                        key={clock}
                        label={text(`clock.${clock}`)}
                        checked={rule.pauses.includes(clock)}
                        onChange={(wanted) => set({ pauses: toggled(rule.pauses, clock, wanted, PAUSABLE) })}
                      />
                    ))}
                  </Row>
                  <Checkbox
                    label={text('editor.waiting.caseNumber')}
                    description={text('editor.waiting.caseNumber.help')}
                    checked={rule.needsCaseNumber}
                    onChange={(needsCaseNumber) => set({ needsCaseNumber })}
                  />
                  <span>
                    <Button size="small" onClick={() => change({ waiting: without(waiting, index) })}>
                      {text('form.remove')}
                    </Button>
                  </span>
                </Stack>
              </div>
            </details>
          );
        })}
        <span>
          <Button size="small" onClick={() => change({ waiting: [...waiting, NEW_RULE] })}>
            {text('editor.waiting.add')}
          </Button>
        </span>
      </Stack>
    </Panel>
  );
}
