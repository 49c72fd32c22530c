import { MantineScope } from '../theme/mantine-scope.js';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { Select as MantineSelect } from '@mantine/core';
import { useUiText } from '../text/ui-text.js';
import { matches } from '../keyboard/hangul-search.js';
import classes from './field.module.css';
import type { SearchSelectProps } from './search-select.js';

/** The list itself, with what it needs of Mantine. */
export function SearchSelectBox({
  value,
  options,
  onChange,
  placeholder,
  clearable = false,
  onSearch,
  ...field
}: SearchSelectProps<string>) {
  const text = useUiText();
  return (
    <MantineScope>
      <MantineSelect
        label={field.label}
        description={field.description}
        error={field.error ?? null}
        required={field.required ?? false}
        disabled={field.disabled ?? false}
        {...(field.name === undefined ? {} : { name: field.name })}
        classNames={{
          label: classes['label'] ?? '',
          description: classes['description'] ?? '',
          error: classes['error'] ?? '',
          input: classes['input'] ?? '',
          required: classes['required'] ?? '',
          dropdown: classes['dropdown'] ?? '',
        }}
        searchable
        clearable={clearable}
        value={value}
        data={options.map(({ value: id, label, disabled }) => ({ value: id, label, disabled: disabled === true }))}
        onChange={onChange}
        nothingFoundMessage={text('ui.search.nothing')}
        filter={({ options: items, search }) => items.filter((item) => 'label' in item && matches(item.label, search))}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(onSearch === undefined ? {} : { onSearchChange: onSearch })}
      />
    </MantineScope>
  );
}
