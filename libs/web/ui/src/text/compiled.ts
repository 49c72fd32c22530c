import type { MessageFormatElement } from 'react-intl';

/** A message as the build writes it: plain words as they are, everything else as the parser reads it. */
export type CompiledMessage = readonly (string | MessageFormatElement)[];

/** As written (in tests, where the parser is there) or compiled (in a build). */
export type Messages = Readonly<Record<string, string | CompiledMessage>>;

const element = (part: string | MessageFormatElement): MessageFormatElement =>
  typeof part === 'string' ? { type: 0, value: part } : part;

/** What react-intl takes: plain words become elements again. They are most of a catalogue, and fetched without their wrapping. */
export function elementsOf(messages: Messages): Record<string, string> | Record<string, MessageFormatElement[]> {
  const written: Record<string, string> = {};
  const compiled: Record<string, MessageFormatElement[]> = {};
  for (const [id, message] of Object.entries(messages)) {
    if (typeof message === 'string') written[id] = message;
    else compiled[id] = message.map(element);
  }
  return Object.keys(compiled).length === 0 ? written : compiled;
}
