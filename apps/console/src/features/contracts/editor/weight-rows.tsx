import type { AssetWeight } from '@daylight/domain';
import { Problems } from '@daylight/web-app';
import { Button, Grid, IconButton, Row, Stack, TextField } from '@daylight/web-ui';
import { IconTrash } from '@tabler/icons-react';
import { useText } from '../../../app/text.js';
import { messageAt, type FieldProblem } from '../../forms/field-problems.js';
import { replaced, without } from '../../forms/lists.js';
import { NumberField } from '../../forms/number-field.js';

interface WeightRowsProps {
  readonly weights: readonly AssetWeight[];
  readonly onChange: (weights: readonly AssetWeight[]) => void;
  readonly problems: readonly FieldProblem[];
}

/** How much each asset counts. */
export function WeightRows({ weights, onChange, problems }: WeightRowsProps) {
  const text = useText();
  const whole = messageAt(problems, '');
  return (
    <Stack gap="s">
      <Problems messages={whole === null ? [] : [whole]} />
      {weights.map((row, index) => (
        <Row key={index} gap="s" align="end" wrap={false}>
          <Grid min={9} gap="s">
            <TextField
              label={text('editor.weight.asset', { number: index + 1 })}
              value={row.assetId}
              onChange={(assetId) => onChange(replaced(weights, index, { ...row, assetId }))}
              error={messageAt(problems, `[${index}].assetId`)}
              maxLength={100}
            />
            <NumberField
              label={text('editor.weight', { number: index + 1 })}
              value={row.weight}
              onChange={(weight) => onChange(replaced(weights, index, { ...row, weight: weight ?? 0 }))}
              error={messageAt(problems, `[${index}].weight`)}
            />
          </Grid>
          <IconButton
            label={text('form.remove')}
            icon={<IconTrash size={16} />}
            onClick={() => onChange(without(weights, index))}
          />
        </Row>
      ))}
      <span>
        <Button size="small" onClick={() => onChange([...weights, { assetId: '', weight: 1 }])}>
          {text('editor.weight.add')}
        </Button>
      </span>
    </Stack>
  );
}
