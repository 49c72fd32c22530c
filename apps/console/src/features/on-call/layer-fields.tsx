import { WEEKDAYS, type OnCallLayer, type Rotation } from '@daylight/domain';
import { Badge, Checkbox, Grid, IconButton, Panel, Row, Select, Stack, TextField } from '@daylight/web-ui';
import { IconArrowUp, IconTrash, IconX } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { WeekEditor } from '../calendars/week-editor.js';
import { messageAt, within, type FieldProblem } from '../forms/field-problems.js';
import { without } from '../forms/lists.js';
import { LocalizedField } from '../forms/localized-field.js';
import { NumberField } from '../forms/number-field.js';
import { isWeekday } from './schedule-document.js';

interface LayerFieldsProps {
  readonly number: number;
  readonly layer: OnCallLayer;
  readonly staff: readonly { readonly id: string; readonly displayName: string }[];
  readonly onChange: (layer: OnCallLayer) => void;
  readonly onRemove: (() => void) | null;
  /** Relative to the layer. */
  readonly problems: readonly FieldProblem[];
}

const KINDS = ['WEEKLY', 'DAILY', 'EVERY_N_DAYS'] as const;

function rotationOf(kind: Rotation['kind'], handOver: string): Rotation {
  if (kind === 'WEEKLY') return { kind, weekday: 'mon', handOver };
  return kind === 'DAILY' ? { kind, handOver } : { kind, days: 2, handOver };
}

/** One rotation: who takes turns, when they hand over, from when until when, in which hours. */
export function LayerFields({ number, layer, staff, onChange, onRemove, problems }: LayerFieldsProps) {
  const text = useText();
  const { rotation, participants } = layer;
  return (
    <Panel
      title={text('layer.title', { number })}
      actions={
        onRemove === null ? undefined : (
          <IconButton label={text('layer.remove', { number })} icon={<IconTrash size={18} />} onClick={onRemove} />
        )
      }
    >
      <Stack>
        <LocalizedField
          label={text('onCall.name')}
          required
          value={layer.name}
          onChange={(name) => onChange({ ...layer, name })}
          problems={within(problems, 'name')}
        />
        <Grid min={11}>
          <Select
            label={text('layer.rotation')}
            value={rotation.kind}
            options={KINDS.map((kind) => ({ value: kind, label: text(`layer.rotation.${kind}`) }))}
            onChange={(kind) => onChange({ ...layer, rotation: rotationOf(kind, rotation.handOver) })}
          />
          {rotation.kind === 'WEEKLY' ? (
            <Select
              label={text('layer.weekday')}
              value={rotation.weekday}
              options={WEEKDAYS.map((day) => ({ value: day, label: text(`calendar.day.${day}`) }))}
              onChange={(day) => isWeekday(day) && onChange({ ...layer, rotation: { ...rotation, weekday: day } })}
            />
          ) : null}
          {rotation.kind === 'EVERY_N_DAYS' ? (
            <NumberField
              label={text('layer.days')}
              value={rotation.days}
              error={messageAt(problems, 'rotation.days')}
              onChange={(days) => onChange({ ...layer, rotation: { ...rotation, days: days ?? 0 } })}
            />
          ) : null}
          <TextField
            label={text('layer.handOver')}
            type="time"
            value={rotation.handOver}
            error={messageAt(problems, 'rotation.handOver')}
            onChange={(handOver) => onChange({ ...layer, rotation: { ...rotation, handOver } })}
          />
          <TextField
            label={text('layer.start')}
            type="date"
            value={layer.startDate}
            error={messageAt(problems, 'startDate')}
            onChange={(startDate) => onChange({ ...layer, startDate })}
          />
          <TextField
            label={text('layer.end')}
            type="date"
            value={layer.endDate ?? ''}
            error={messageAt(problems, 'endDate')}
            onChange={(endDate) => onChange({ ...layer, endDate: endDate === '' ? null : endDate })}
          />
        </Grid>
        <Participants
          ids={participants}
          staff={staff}
          error={messageAt(problems, 'participants') ?? within(problems, 'participants')[0]?.message ?? null}
          onChange={(next) => onChange({ ...layer, participants: next })}
        />
        <Checkbox
          label={text('layer.always')}
          checked={layer.hours === null}
          onChange={(always) =>
            onChange({ ...layer, hours: always ? null : { mon: [{ from: '09:00', to: '18:00' }] } })
          }
        />
        {layer.hours === null ? null : (
          <WeekEditor
            weekly={layer.hours}
            onChange={(hours) => onChange({ ...layer, hours })}
            problems={within(problems, 'hours')}
          />
        )}
      </Stack>
    </Panel>
  );
}

interface ParticipantsProps {
  readonly ids: readonly string[];
  readonly staff: LayerFieldsProps['staff'];
  readonly error: string | null;
  readonly onChange: (ids: readonly string[]) => void;
}

/** People in the order of their turns; moved by buttons, so that no drag is needed. */
function Participants({ ids, staff, error, onChange }: ParticipantsProps) {
  const text = useText();
  const nameOf = (id: string): string => staff.find((one) => one.id === id)?.displayName ?? id;
  const up = (index: number): void => {
    const moved = ids[index];
    if (moved === undefined) return;
    const others = without(ids, index);
    onChange([...others.slice(0, index - 1), moved, ...others.slice(index - 1)]);
  };
  return (
    <Stack gap="s">
      <Select
        label={text('layer.people')}
        description={text('layer.people.help')}
        error={error}
        value=""
        placeholder={text('onCall.who.pick')}
        options={staff.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        onChange={(id) => onChange([...ids, id])}
      />
      <Row gap="s">
        {ids.map((id, index) => (
          <Row key={`${id}/${index}`} gap="xs" wrap={false}>
            <Badge>{`${index + 1}. ${nameOf(id)}`}</Badge>
            {index === 0 ? null : (
              <IconButton
                label={text('layer.earlier', { name: nameOf(id) })}
                icon={<IconArrowUp size={16} />}
                onClick={() => up(index)}
              />
            )}
            <IconButton
              label={text('layer.without', { name: nameOf(id) })}
              icon={<IconX size={16} />}
              onClick={() => onChange(without(ids, index))}
            />
          </Row>
        ))}
      </Row>
    </Stack>
  );
}
