import { IconSelector } from '@tabler/icons-react';
import { Menu } from '../overlays/menu.js';
import { useUiText } from '../text/ui-text.js';
import classes from './company-switch.module.css';

interface Company {
  readonly id: string;
  readonly name: string;
}

export interface CompanySwitchProps {
  readonly current: Company;
  /** All that the reader belongs to. */
  readonly companies: readonly Company[];
  readonly onChoose: (companyId: string) => void;
}

/** For which company one looks; a menu for who belongs to several. */
export function CompanySwitch({ current, companies, onChoose }: CompanySwitchProps) {
  const text = useUiText();
  if (companies.length < 2)
    return (
      <span className={classes['company']}>
        <span className={classes['name']}>{current.name}</span>
      </span>
    );
  const entries = companies.map(({ id, name }) => ({
    id,
    label: name,
    checked: id === current.id,
    onSelect: () => id !== current.id && onChoose(id),
  }));
  const trigger = (
    <button
      type="button"
      className={classes['company']}
      aria-label={text('ui.company.switch', { name: current.name })}
      title={current.name}
    >
      <span className={classes['name']}>{current.name}</span>
      <IconSelector size={16} stroke={1.75} aria-hidden />
    </button>
  );
  return <Menu trigger={trigger} groups={[entries]} />;
}
