import '@mantine/core/styles/Tabs.layer.css';
import { Tabs as MantineTabs } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './tabs.module.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly count?: number;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  /** The open tab belongs into the URL: pass it in. */
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly tabs: readonly Tab<Id>[];
}

/** Panels of which one shows; arrows move between tabs. */
export function Tabs<Id extends string>({ label, value, onChange, tabs }: TabsProps<Id>) {
  const change = (chosen: string | null): void => {
    const tab = tabs.find(({ id }) => id === chosen);
    if (tab) onChange(tab.id);
  };
  return (
    <MantineTabs value={value} onChange={change} keepMounted={false} classNames={{ list: classes['list'] ?? '', tab: classes['tab'] ?? '', panel: classes['panel'] ?? '' }}>
      <MantineTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <MantineTabs.Tab key={tab.id} value={tab.id} rightSection={tab.count === undefined ? undefined : <span className={classes['count']}>{tab.count}</span>}>{tab.label}</MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {tabs.map((tab) => <MantineTabs.Panel key={tab.id} value={tab.id}>{tab.content}</MantineTabs.Panel>)}
    </MantineTabs>
  );
}
