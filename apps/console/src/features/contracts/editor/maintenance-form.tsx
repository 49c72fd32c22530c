import type { MaintenanceTerms, TargetAmount, Terms } from '@daylight/domain';
import { useLocal } from '@daylight/web-app';
import { Button, EmptyState, Grid, Panel, Select, TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { messageAt } from '../../forms/field-problems.js';
import { NumberField } from '../../forms/number-field.js';
import { readAmount, writeAmount } from '../matrix/amount.js';
import type { SectionProps } from './section.js';

const NEW: MaintenanceTerms = {
  notice: { unit: 'MINUTES', minutes: 2_880 },
  noticeCalendarId: null,
  capMinutesPerMonth: 240,
};
const ON_THE_WALL = 'WALL';

interface MaintenanceFormProps extends SectionProps {
  readonly replace: (terms: Terms) => void;
}

/** When work counts as planned: how early it is announced, and how much of it a month may hold (D-MON-2). */
export function MaintenanceForm({ terms, change, replace, problems }: MaintenanceFormProps) {
  const text = useText();
  const local = useLocal();
  const { maintenance, ...others } = terms;
  const at = (path: string): string | null => messageAt(problems, `terms.maintenance.${path}`);
  if (maintenance === undefined)
    return (
      <Panel title={text('promise.maintenance')}>
        <EmptyState
          compact
          title={text('editor.maintenance.empty')}
          action={<Button onClick={() => change({ maintenance: NEW })}>{text('editor.maintenance.add')}</Button>}
        />
      </Panel>
    );
  const set = (part: Partial<MaintenanceTerms>): void => change({ maintenance: { ...maintenance, ...part } });
  const calendars = terms.calendars.map(({ id, name }) => ({ value: id, label: local(name) }));
  return (
    <Panel
      title={text('promise.maintenance')}
      description={text('promise.maintenance.lead')}
      actions={
        <Button size="small" onClick={() => replace(others)}>
          {text('form.remove')}
        </Button>
      }
    >
      <Grid min={14}>
        <NoticeField notice={maintenance.notice} onChange={(notice) => set({ notice })} error={at('notice')} />
        <Select
          label={text('editor.maintenance.calendar')}
          value={maintenance.noticeCalendarId ?? ON_THE_WALL}
          options={[{ value: ON_THE_WALL, label: text('editor.maintenance.wall') }, ...calendars]}
          onChange={(id) => set({ noticeCalendarId: id === ON_THE_WALL ? null : id })}
          error={at('noticeCalendarId')}
        />
        <NumberField
          label={text('editor.maintenance.cap')}
          description={text('editor.maintenance.cap.help')}
          value={maintenance.capMinutesPerMonth}
          onChange={(capMinutesPerMonth) => set({ capMinutesPerMonth })}
          error={at('capMinutesPerMonth')}
        />
      </Grid>
    </Panel>
  );
}

interface NoticeFieldProps {
  readonly notice: TargetAmount | null;
  readonly onChange: (notice: TargetAmount | null) => void;
  readonly error: string | null;
}

/** `48h`, `3bd` as in the SLA grid; empty: no notice is asked. */
function NoticeField({ notice, onChange, error }: NoticeFieldProps) {
  const text = useText();
  const [typed, setTyped] = useState(notice === null ? '' : writeAmount(notice, 'en'));
  const read = readAmount(typed);
  return (
    <TextField
      label={text('editor.maintenance.notice')}
      description={text('editor.maintenance.notice.help')}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        const amount = readAmount(next);
        if (amount.kind === 'empty') onChange(null);
        else if (amount.kind === 'amount') onChange(amount.amount);
      }}
      error={read.kind === 'unreadable' ? text('editor.maintenance.notice.unreadable') : error}
    />
  );
}
