import type { ChannelKind, ShownContact } from './shown.js';

/** A contact as it is typed. */
export interface ContactDraft {
  readonly name: string;
  readonly role: string;
  readonly place: number | null;
  readonly channels: readonly { readonly kind: ChannelKind; readonly address: string }[];
  readonly languages: readonly string[];
  readonly timeZone: string;
}

/** What a form begins with: the contact that is changed, or an empty one at the end of the list. */
export function draftOf(
  contact: ShownContact | null,
  start: Pick<ContactDraft, 'place' | 'timeZone' | 'languages'>,
): ContactDraft {
  if (contact === null) return { ...start, name: '', role: '', channels: [{ kind: 'VOICE', address: '' }] };
  const { name, role, place, languages, timeZone } = contact;
  const channels = contact.channels.map(({ kind, address }) => ({ kind, address }));
  return { name, role, place, channels, languages, timeZone };
}

/** The fields of an input. */
export const inputOf = (draft: ContactDraft) => ({ ...draft, place: draft.place ?? 0 });
