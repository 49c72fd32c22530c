import { Grid, Select } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { type Mapping } from './mapping.js';

interface PersonFieldProps {
  readonly role: 'assignee' | 'requester';
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly set: (part: Partial<Mapping['ticket']>) => void;
  readonly messages: readonly string[];
}

export function PersonField({ role, mapping, columns, set, messages }: PersonFieldProps) {
  const text = useText();
  const chosen = mapping.ticket[role];
  return (
    <Grid min={10} gap="s">
      <Select
        label={text(`mapping.${role}`)}
        value={chosen?.column ?? 'NO-COLUMN'}
        options={[
          { value: 'NO-COLUMN', label: text('mapping.noColumn') },
          ...columns.map((value) => ({ value, label: value })),
        ]}
        onChange={(column) =>
          set({ [role]: column === 'NO-COLUMN' ? undefined : { column, unknown: chosen?.unknown ?? 'LEAVE_OUT' } })
        }
        error={messages[0] ?? null}
      />
      {chosen === undefined ? null : (
        <Select
          label={text('mapping.unknown')}
          value={chosen.unknown}
          options={(['LEAVE_OUT', 'REJECT'] as const).map((value) => ({
            value,
            label: text(`mapping.unknown.${value}`),
          }))}
          onChange={(unknown) => set({ [role]: { ...chosen, unknown } })}
        />
      )}
    </Grid>
  );
}
