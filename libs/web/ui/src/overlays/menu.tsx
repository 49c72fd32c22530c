import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import { Menu as MantineMenu } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from '../keyboard/kbd.js';
import { useLinkComponent } from '../ui-provider.js';
import classes from './menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** The current choice, in a menu that switches something. */
  readonly checked?: boolean;
  readonly href?: string;
  readonly onSelect?: () => void;
}

export interface MenuProps {
  /** A single button element; it gets the menu's ARIA attributes. */
  readonly trigger: ReactElement;
  readonly heading?: ReactNode;
  /** Groups are divided by a line. */
  readonly groups: readonly (readonly MenuEntry[])[];
  readonly align?: 'start' | 'end';
}

/** Actions behind a button: arrows move, letters jump, Esc closes. */
export function Menu({ trigger, heading, groups, align = 'end' }: MenuProps) {
  const Link = useLinkComponent();
  return (
    <MantineMenu position={align === 'end' ? 'bottom-end' : 'bottom-start'} offset={6} transitionProps={{ duration: 0 }} classNames={{ dropdown: classes['dropdown'] ?? '', item: classes['item'] ?? '', label: classes['heading'] ?? '', divider: classes['divider'] ?? '' }}>
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {heading === undefined ? null : <MantineMenu.Label>{heading}</MantineMenu.Label>}
        {groups.map((group, index) => (
          <div key={group[0]?.id ?? index} role="group">
            {index === 0 && heading === undefined ? null : <MantineMenu.Divider />}
            {group.map((entry) => {
              const shared = {
                leftSection: entry.icon,
                rightSection: entry.keys === undefined ? (entry.checked === true ? '✓' : undefined) : <Kbd keys={entry.keys} />,
                disabled: entry.disabled === true,
                'data-danger': entry.danger === true,
                onClick: () => entry.onSelect?.(),
              };
              return entry.href === undefined ? (
                <MantineMenu.Item key={entry.id} {...shared}>{entry.label}</MantineMenu.Item>
              ) : (
                <MantineMenu.Item key={entry.id} component={Link} href={entry.href} {...shared}>{entry.label}</MantineMenu.Item>
              );
            })}
          </div>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
