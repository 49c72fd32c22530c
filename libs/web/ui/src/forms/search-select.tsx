import { lazy, Suspense } from 'react';
import type { FieldProps } from './field.js';
import classes from './field.module.css';
import type { SelectOption } from './select.js';

const SearchSelectBox = lazy(() =>
  import('./search-select-box.js').then(({ SearchSelectBox: component }) => ({ default: component })),
);

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
export function SearchSelect<Value extends string>({ onChange, ...props }: SearchSelectProps<Value>) {
  const find = (chosen: string | null): Value | null =>
    props.options.find(({ value }) => value === chosen)?.value ?? null;
  return (
    <Suspense fallback={<Place {...props} />}>
      <SearchSelectBox {...props} onChange={(chosen) => onChange(find(chosen))} />
    </Suspense>
  );
}

/** As tall as the field that will come, so that nothing moves. */
function Place({ label, description }: Pick<FieldProps, 'label' | 'description'>) {
  return (
    <div>
      <div className={classes['label']}>{label}</div>
      {description === undefined ? null : <div className={classes['description']}>{description}</div>}
      <div className={classes['input']} />
    </div>
  );
}
