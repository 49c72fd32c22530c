import { SearchSelect } from '@daylight/web-ui';
import { useMemo } from 'react';

interface ZoneSelectProps {
  readonly label: string;
  readonly value: string;
  /** '' when it was cleared, which an optional one can be. */
  readonly onChange: (zone: string) => void;
  readonly error?: string | null;
  readonly description?: string;
  /** Default true. */
  readonly required?: boolean;
}

/** The IANA zones this browser knows; one it doesn't know but the document names stays choosable. */
export function ZoneSelect({ label, value, onChange, error = null, description, required = true }: ZoneSelectProps) {
  const options = useMemo(() => {
    const known = ['UTC', ...Intl.supportedValuesOf('timeZone')];
    return (known.includes(value) || value === '' ? known : [value, ...known]).map((zone) => ({
      value: zone,
      label: zone,
    }));
  }, [value]);
  return (
    <SearchSelect
      label={label}
      value={value}
      options={options}
      error={error}
      required={required}
      clearable={!required}
      onChange={(zone) => (zone !== null || !required) && onChange(zone ?? '')}
      {...(description === undefined ? {} : { description })}
    />
  );
}
