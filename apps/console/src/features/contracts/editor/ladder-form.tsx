import type { CreditTier } from '@daylight/domain';
import { Problems } from '@daylight/web-app';
import { Button, Grid, IconButton, Row, Stack, Text } from '@daylight/web-ui';
import { IconTrash } from '@tabler/icons-react';
import { useText } from '../../../app/text.js';
import { messageAt, within, type FieldProblem } from '../../forms/field-problems.js';
import { replaced, without } from '../../forms/lists.js';
import { PercentField } from './percent-field.js';

interface LadderFormProps {
  readonly tiers: readonly CreditTier[];
  readonly problems: readonly FieldProblem[];
  readonly onChange: (tiers: readonly CreditTier[]) => void;
}

/** The step below the lowest one: half of what is left down to nothing. */
function nextTier(tiers: readonly CreditTier[]): CreditTier {
  const lowest = tiers.reduce<CreditTier | null>(
    (low, tier) => (low && low.belowPpm <= tier.belowPpm ? low : tier),
    null,
  );
  if (lowest === null) return { fromPpm: 0, belowPpm: 990_000, creditPpm: 100_000 };
  return { fromPpm: 0, belowPpm: lowest.fromPpm, creditPpm: lowest.creditPpm };
}

/** A ladder as it is typed: from, to, credit. Gaps and overlaps are said at once. */
export function LadderForm({ tiers, problems, onChange }: LadderFormProps) {
  const text = useText();
  const whole = messageAt(problems, '');
  return (
    <Stack gap="s">
      <Text look="strong">{text('editor.ladder')}</Text>
      <Problems messages={whole === null ? [] : [whole]} />
      {tiers.map((tier, index) => {
        const here = within(problems, `[${index}]`);
        const set = (part: Partial<CreditTier>): void => onChange(replaced(tiers, index, { ...tier, ...part }));
        const number = index + 1;
        return (
          <Row key={index} gap="s" align="end" wrap={false}>
            <Grid min={8} gap="s">
              <PercentField
                label={text('editor.ladder.from', { number })}
                ppm={tier.fromPpm}
                onChange={(fromPpm) => set({ fromPpm })}
                error={messageAt(here, '') ?? messageAt(here, 'fromPpm')}
              />
              <PercentField
                label={text('editor.ladder.below', { number })}
                ppm={tier.belowPpm}
                onChange={(belowPpm) => set({ belowPpm })}
                error={messageAt(here, 'belowPpm')}
              />
              <PercentField
                label={text('editor.ladder.credit', { number })}
                ppm={tier.creditPpm}
                onChange={(creditPpm) => set({ creditPpm })}
                error={messageAt(here, 'creditPpm')}
              />
            </Grid>
            <IconButton
              label={text('editor.ladder.remove', { number })}
              icon={<IconTrash size={16} />}
              disabled={tiers.length === 1}
              onClick={() => onChange(without(tiers, index))}
            />
          </Row>
        );
      })}
      <span>
        <Button size="small" onClick={() => onChange([...tiers, nextTier(tiers)])}>
          {text('editor.ladder.add')}
        </Button>
      </span>
    </Stack>
  );
}
