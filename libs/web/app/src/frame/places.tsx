import { useHotkeys, type Command, type NavItem } from '@daylight/web-ui';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGo } from './go.js';

/** An entry of the navigation; `icon` and the keys that lead there. */
export interface Place<Id extends string> {
  readonly href: string;
  readonly id: Id;
  readonly icon: ReactNode;
  readonly keys: string;
  /** Any of these opens it; without, everybody who is signed in may. */
  readonly needs?: readonly string[];
}

interface PlacesOptions<Id extends string> {
  readonly places: readonly Place<Id>[];
  readonly permissions: readonly string[];
  readonly text: (id: Id) => string;
  /** What the places are called together, in the sheet of shortcuts and the palette. */
  readonly group: string;
  /** What waits at a place, by its address. */
  readonly counts?: Readonly<Record<string, number>>;
}

/** Places the reader may open: what would only be refused is not offered. */
export const openTo = <Id extends string>(
  places: readonly Place<Id>[],
  permissions: readonly string[],
): readonly Place<Id>[] =>
  places.filter(({ needs }) => needs === undefined || needs.some((one) => permissions.includes(one)));

/** The way to every place the reader may open: by the navigation, by keys and by the palette. */
export function usePlaces<Id extends string>({
  places,
  permissions,
  text,
  group,
  counts = {},
}: PlacesOptions<Id>): {
  readonly path: string;
  readonly nav: readonly NavItem[];
  readonly commands: readonly Command[];
} {
  const go = useGo();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const open = openTo(places, permissions).map((place) => ({ ...place, label: text(place.id) }));
  useHotkeys(open.map(({ keys, label, href }) => ({ keys, label, group, run: () => go(href) })));
  return {
    path,
    nav: open.map(({ href, label, icon, keys }) => ({
      href,
      label,
      icon,
      keys,
      active: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
      ...(counts[href] === undefined ? {} : { count: counts[href] }),
    })),
    commands: open.map(({ href, label, icon, keys }) => ({ id: href, label, icon, group, keys, run: () => go(href) })),
  };
}
