import { useLocal } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Checkbox, Select } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { toggled } from '../forms/lists.js';
import { SourceServicesDocument } from '../sources/generated/sources.js';
import classes from './availability.module.css';

/** The provider's services by name. */
function useServices(): readonly { readonly value: string; readonly label: string }[] {
  const local = useLocal();
  const [{ data }] = useQuery({ query: SourceServicesDocument, requestPolicy: 'cache-first' });
  return data?.serviceItems.edges.map(({ node }) => ({ value: node.id, label: local(node.name) })) ?? [];
}

export function ServiceSelect(props: { readonly value: string; readonly onChange: (serviceItemId: string) => void }) {
  const text = useText();
  return (
    <Select
      {...props}
      label={text('avail.service')}
      required
      placeholder={text('outage.service.pick')}
      options={useServices()}
    />
  );
}

interface ServicesFieldProps {
  readonly value: readonly string[];
  readonly onChange: (serviceItemIds: readonly string[]) => void;
}

/** One or more of them. */
export function ServicesField({ value, onChange }: ServicesFieldProps) {
  const text = useText();
  const services = useServices();
  const all = services.map(({ value: id }) => id);
  return (
    <fieldset className={classes['choices']}>
      <legend>{text('work.services')}</legend>
      {services.map(({ value: id, label }) => (
        <Checkbox
          key={id}
          label={label}
          checked={value.includes(id)}
          onChange={(wanted) => onChange(toggled(value, id, wanted, all))}
        />
      ))}
    </fieldset>
  );
}
