import type { EscalationDelay, EscalationTarget } from '@daylight/domain';
import { Badge, Grid, IconButton, Row, SearchSelect, Select, Stack, Text } from '@daylight/web-ui';
import { IconX } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { messageAt, within, type FieldProblem } from '../forms/field-problems.js';
import { without } from '../forms/lists.js';
import { NumberField } from '../forms/number-field.js';
import type { Choices } from './use-targets.js';

interface DelayFieldsProps {
  readonly label: string;
  readonly delay: EscalationDelay;
  readonly choices: Choices;
  readonly onChange: (delay: EscalationDelay) => void;
  /** Relative to the delay. */
  readonly problems: readonly FieldProblem[];
}

/** How long is waited: on any clock, or while a calendar is open. */
export function DelayFields({ label, delay, choices, onChange, problems }: DelayFieldsProps) {
  const text = useText();
  const calendarId = delay.unit === 'CALENDAR_MINUTES' ? delay.calendarId : 'wall';
  return (
    <Grid min={12}>
      <NumberField
        label={label}
        value={delay.minutes}
        error={messageAt(problems, 'minutes') ?? messageAt(problems, '')}
        onChange={(minutes) => onChange({ ...delay, minutes: minutes ?? 0 })}
      />
      <Select
        label={text('policy.clock')}
        value={calendarId}
        error={messageAt(problems, 'calendarId')}
        options={[{ value: 'wall', label: text('policy.clock.wall') }, ...choices.calendars]}
        onChange={(id) =>
          onChange(
            id === 'wall'
              ? { unit: 'WALL_MINUTES', minutes: delay.minutes }
              : { unit: 'CALENDAR_MINUTES', minutes: delay.minutes, calendarId: id },
          )
        }
      />
    </Grid>
  );
}

interface TargetFieldsProps {
  readonly label: string;
  readonly targets: readonly EscalationTarget[];
  readonly choices: Choices;
  readonly onChange: (targets: readonly EscalationTarget[]) => void;
  /** Relative to the list. */
  readonly problems: readonly FieldProblem[];
}

/** All who are called at once. */
export function TargetFields({ label, targets, choices, onChange, problems }: TargetFieldsProps) {
  const text = useText();
  return (
    <Stack gap="s">
      <SearchSelect
        label={label}
        required
        value={null}
        placeholder={text('policy.target.add')}
        error={messageAt(problems, '')}
        options={choices.targets}
        onChange={(value) => {
          const chosen = choices.targets.find((one) => one.value === value);
          if (chosen !== undefined) onChange([...targets, chosen.target]);
        }}
      />
      {targets.map((target, index) => {
        const name = choices.nameOf(target);
        const message = within(problems, `[${index}]`)[0]?.message;
        return (
          <Row key={index} gap="xs">
            <Badge tone={message === undefined ? 'neutral' : 'danger'}>{name}</Badge>
            <IconButton
              label={text('policy.target.remove', { name })}
              icon={<IconX size={16} />}
              onClick={() => onChange(without(targets, index))}
            />
            {message === undefined ? null : <Text look="small">{message}</Text>}
          </Row>
        );
      })}
    </Stack>
  );
}
