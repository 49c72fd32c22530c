import { MantineScope } from '../theme/mantine-scope.js';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { Select as MantineSelect } from '@mantine/core';
import { useUiText } from '../text/ui-text.js';
import { matches } from '../keyboard/hangul-search.js';
import type { SelectOption } from './select.js';
import classes from './field.module.css';
import type { FieldProps } from './field.js';

export interface SearchSelectProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value | null) => void;
  readonly placeholder?: string;
  readonly clearable?: boolean;
  /** What the person types, for lists that the server searches. */
  readonly onSearch?: (text: string) => void;
}

/** A choice from a long list: type to narrow, also by initial consonants (ㅎㅂ -> 한빛) and with Hangul off (gksqlc). */
export function SearchSelect<Value extends string>({ value, options, onChange, placeholder, clearable = false, onSearch, ...field }: SearchSelectProps<Value>) {
  const text = useUiText();
  const find = (chosen: string | null): Value | null => options.find((option) => option.value === chosen)?.value ?? null;
  return (
    <MantineScope>
    <MantineSelect
      label={field.label}
      description={field.description}
      error={field.error ?? null}
      required={field.required ?? false}
      disabled={field.disabled ?? false}
      {...(field.name === undefined ? {} : { name: field.name })}
      classNames={{ label: classes['label'] ?? '', description: classes['description'] ?? '', error: classes['error'] ?? '', input: classes['input'] ?? '', required: classes['required'] ?? '', dropdown: classes['dropdown'] ?? '' }}
      searchable
      clearable={clearable}
      value={value}
      data={options.map(({ value: id, label, disabled }) => ({ value: id, label, disabled: disabled === true }))}
      onChange={(chosen) => onChange(find(chosen))}
      nothingFoundMessage={text('ui.search.nothing')}
      filter={({ options: items, search }) => items.filter((item) => 'label' in item && matches(item.label, search))}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(onSearch === undefined ? {} : { onSearchChange: onSearch })}
    />
    </MantineScope>
  );
}
