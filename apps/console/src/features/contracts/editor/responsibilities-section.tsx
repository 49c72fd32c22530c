import { PARTIES, type Party, type ResponsibilityRow } from '@daylight/domain';
import { Problems, useLocal } from '@daylight/web-app';
import { Button, Checkbox, EmptyState, Grid, Panel, Row, Select, Stack, Text } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { messageAt, within } from '../../forms/field-problems.js';
import { replaced, toggled, without } from '../../forms/lists.js';
import { LocalizedField } from '../../forms/localized-field.js';
import classes from './editor.module.css';
import type { SectionProps } from './section.js';

const NEW_ROW: ResponsibilityRow = {
  activity: { ko: '', en: '' },
  accountable: 'PROVIDER',
  responsible: ['PROVIDER'],
  consulted: [],
  informed: ['CLIENT'],
};
const ROLES = ['responsible', 'consulted', 'informed'] as const;

/** Who answers for what (RACI). */
export function ResponsibilitiesSection({ terms, change, problems }: SectionProps) {
  const text = useText();
  const local = useLocal();
  const { responsibilities } = terms;
  const names = (parties: readonly Party[]): string => parties.map((party) => text(`party.${party}`)).join(', ') || '–';
  return (
    <Panel title={text('editor.raci')} description={text('editor.raci.help')}>
      <Stack>
        {responsibilities.length === 0 ? (
          <EmptyState compact title={text('editor.raci.empty.title')}>
            {text('editor.raci.empty.body')}
          </EmptyState>
        ) : null}
        {responsibilities.map((row, index) => {
          const here = within(problems, `terms.responsibilities[${index}]`);
          const set = (part: Partial<ResponsibilityRow>): void =>
            change({ responsibilities: replaced(responsibilities, index, { ...row, ...part }) });
          const whole = messageAt(here, '');
          return (
            <details key={index} className={classes['item']} open={here.length > 0 || row.activity.ko === ''}>
              <summary className={classes['summary']}>
                <span>{local(row.activity) || text('editor.raci.new')}</span>
                <Text look="small">
                  {text('editor.raci.summary', {
                    accountable: text(`party.${row.accountable}`),
                    responsible: names(row.responsible),
                  })}
                </Text>
              </summary>
              <div className={classes['body']}>
                <Stack gap="s">
                  <Problems messages={whole === null ? [] : [whole]} />
                  <LocalizedField
                    label={text('editor.raci.activity')}
                    value={row.activity}
                    onChange={(activity) => set({ activity })}
                    problems={within(here, 'activity')}
                    required
                  />
                  <Grid min={13}>
                    <Select
                      label={text('editor.raci.accountable')}
                      value={row.accountable}
                      options={PARTIES.map((value) => ({ value, label: text(`party.${value}`) }))}
                      onChange={(accountable) => set({ accountable })}
                    />
                    {ROLES.map((role) => (
                      <Stack key={role} gap="xs">
                        <Text look="strong">{text(`editor.raci.${role}`)}</Text>
                        {PARTIES.map((party) => (
                          <Checkbox
                            key={party}
                            label={text(`party.${party}`)}
                            checked={row[role].includes(party)}
                            onChange={(wanted) => set({ [role]: toggled(row[role], party, wanted, PARTIES) })}
                          />
                        ))}
                      </Stack>
                    ))}
                  </Grid>
                  <Row>
                    <Button size="small" onClick={() => change({ responsibilities: without(responsibilities, index) })}>
                      {text('form.remove')}
                    </Button>
                  </Row>
                </Stack>
              </div>
            </details>
          );
        })}
        <span>
          <Button size="small" onClick={() => change({ responsibilities: [...responsibilities, NEW_ROW] })}>
            {text('editor.raci.add')}
          </Button>
        </span>
      </Stack>
    </Panel>
  );
}
