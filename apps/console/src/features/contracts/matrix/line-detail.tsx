import { TICKET_TYPES, type Priority, type SlaTarget, type TicketType } from '@daylight/domain';
import { Button, Checkbox, Grid, Row, Select, Stack, Text, TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { toggled } from '../../forms/lists.js';
import classes from './matrix-grid.module.css';
import type { CalendarChoice } from './matrix-grid.js';
import type { MatrixLine, MatrixRow } from './matrix.js';

interface LineDetailProps {
  readonly row: MatrixRow;
  readonly priority: Priority;
  readonly calendars: readonly CalendarChoice[];
  readonly onTarget: (change: Partial<Pick<SlaTarget, 'calendarId' | 'warnAtPercent'>>) => void;
  readonly onLine: (change: Partial<Pick<SlaTarget, 'calendarId' | 'types'>>) => void;
  readonly onAdd: (line: MatrixLine) => void;
}

const marks = (typed: string): readonly number[] =>
  typed
    .split(/[\s,]+/)
    .filter((part) => /^\d{1,2}$/.test(part))
    .map(Number);

/** What the grid has no room for: hours and warnings of the chosen promise, ticket types of its line. */
export function LineDetail({ row, priority, calendars, onTarget, onLine, onAdd }: LineDetailProps) {
  const text = useText();
  const target = row.cells[priority];
  const options = calendars.map(({ id, name }) => ({ value: id, label: name }));
  const key = `${row.key}/${priority}`;
  return (
    <div className={classes['detail']}>
      <Text look="strong">{`${priority} · ${text(`clock.${row.clock}`)}`}</Text>
      <Text look="small">{text('matrix.keys')}</Text>
      {target === undefined ? (
        <Text look="small">{text('matrix.noTarget')}</Text>
      ) : (
        <Grid min={14} gap="s">
          <Select
            label={text('matrix.calendar')}
            value={target.calendarId}
            options={options}
            onChange={(calendarId) => onTarget({ calendarId })}
          />
          <Warnings key={key} value={target.warnAtPercent} onChange={(warnAtPercent) => onTarget({ warnAtPercent })} />
        </Grid>
      )}
      {target === undefined ? null : (
        <Row gap="s">
          <Button size="small" onClick={() => onLine({ calendarId: target.calendarId })}>
            {text('matrix.calendarForLine')}
          </Button>
        </Row>
      )}
      <LineTypes key={row.key} row={row} onLine={onLine} onAdd={onAdd} />
    </div>
  );
}

function Warnings({
  value,
  onChange,
}: {
  readonly value: readonly number[];
  readonly onChange: (value: readonly number[]) => void;
}) {
  const text = useText();
  const [typed, setTyped] = useState(value.join(', '));
  const write = (words: string): void => {
    setTyped(words);
    onChange(marks(words));
  };
  return <TextField label={text('matrix.warnings')} value={typed} onChange={write} placeholder="50, 75, 90" />;
}

/** Narrows a whole line to some ticket types, or adds another line of the same clock for others. */
function LineTypes({ row, onLine, onAdd }: Pick<LineDetailProps, 'row' | 'onLine' | 'onAdd'>) {
  const text = useText();
  const [chosen, setChosen] = useState<readonly TicketType[]>(row.types);
  const same = chosen.length === row.types.length && chosen.every((type) => row.types.includes(type));
  const hasTargets = Object.keys(row.cells).length > 0;
  return (
    <Stack gap="xs">
      <Text look="small">{text('matrix.types')}</Text>
      <Row gap="m">
        {TICKET_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={text(`matrix.type.${type}`)}
            checked={chosen.includes(type)}
            onChange={(wanted) => setChosen(toggled(chosen, type, wanted, TICKET_TYPES))}
          />
        ))}
      </Row>
      {same ? null : (
        <Row gap="s">
          {hasTargets ? (
            <Button size="small" onClick={() => onLine({ types: chosen })}>
              {text('matrix.narrow')}
            </Button>
          ) : null}
          <Button size="small" onClick={() => onAdd({ clock: row.clock, types: chosen })}>
            {text('matrix.addLine')}
          </Button>
        </Row>
      )}
    </Stack>
  );
}
