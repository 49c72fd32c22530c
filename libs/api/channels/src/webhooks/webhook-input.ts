import { textProblems, type InputProblem } from '@daylight/api-calendars';
import type { Language, LocalizedText } from '@daylight/domain';
import { CHANNEL_FAULTS } from '../messages.js';
import { isSendable } from '../outbound/address-text.js';
import { isTopic } from './topics.js';

export interface WebhookInput {
  readonly webhookId?: string | null;
  readonly expectedVersion?: number | null;
  readonly name: string;
  readonly tenantId?: string | null;
  readonly url?: string | null;
  readonly format: 'DAYLIGHT' | 'SLACK' | 'TEAMS';
  readonly language: string;
  readonly topics: readonly string[];
  readonly active: boolean;
}

const fault = (path: string, kind: string, words: LocalizedText, language: Language): InputProblem => ({
  ...{ path, kind, message: words[language] },
});

function urlProblems(input: WebhookInput, networks: readonly string[], language: Language): readonly InputProblem[] {
  const { webhookId = null, url = null } = input;
  if (url === null) return webhookId === null ? [fault('url', 'EMPTY', CHANNEL_FAULTS.url, language)] : [];
  return isSendable(url.trim(), networks) ? [] : [fault('url', 'BAD_FORMAT', CHANNEL_FAULTS.url, language)];
}

/** What can't be taken of a webhook as somebody wrote it; empty: all of it can. */
export function webhookProblems(
  input: WebhookInput,
  networks: readonly string[],
  language: Language,
): readonly InputProblem[] {
  const { topics } = input;
  const chosen = new Set(topics);
  const known = topics.length > 0 && chosen.size === topics.length && topics.every(isTopic);
  return [
    ...textProblems(input.name, { path: 'name', max: 200, language }),
    ...urlProblems(input, networks, language),
    ...(known ? [] : [fault('topics', 'UNKNOWN', CHANNEL_FAULTS.topics, language)]),
    ...(input.language === 'ko' || input.language === 'en'
      ? []
      : [fault('language', 'UNKNOWN', CHANNEL_FAULTS.language, language)]),
  ];
}
