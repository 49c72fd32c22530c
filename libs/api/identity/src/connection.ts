import { keysOf, pageSize, type ForwardPage } from '@daylight/api-database';
import { DaylightError, isId } from '@daylight/api-platform';

export { isId };

/** What a list was asked for; `after` is a cursor of an earlier page. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page of a list that is sorted by name, then id. */
export interface NamePage extends ForwardPage {
  /** Name and id of the row before the page; nulls for the first page. */
  readonly behind: readonly [name: string, id: string] | readonly [null, null];
}

/** Reads the page's size (1..100, else 50) and cursor. Throws BAD_INPUT for others. */
export function namePage({ first, after }: PageArgs): NamePage {
  const page = { first: pageSize(first ?? 50), after: after ?? null };
  const keys = keysOf(after, 2);
  if (keys === null) return { ...page, behind: [null, null] };
  const [name, id] = keys;
  if (typeof name === 'string' && typeof id === 'string' && isId(id)) return { ...page, behind: [name, id] };
  throw new DaylightError('BAD_INPUT', 'this cursor is not one of this list');
}

/** What a search box holds, as the lists compare it: trimmed, NFC (names typed on macOS come decomposed), lower case. */
export function searchText(search: string | null | undefined): string | null {
  const text = (search ?? '').trim().normalize('NFC').toLowerCase();
  return text === '' ? null : text;
}
