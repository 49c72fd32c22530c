import type { SaveWebhookInput, WebhookLineFragment } from './generated/channels.js';

/** A webhook as its form holds it; an empty address stays as it was. */
export interface WebhookDraft extends Omit<SaveWebhookInput, 'url' | 'topics'> {
  readonly url: string;
  readonly topics: ReadonlySet<string>;
}

const NEW_TOPICS = ['ticket.opened', 'ticket.resolved', 'escalation.started', 'escalation.exhausted'];

export function draftOf(webhook: WebhookLineFragment | null): WebhookDraft {
  if (webhook === null) {
    return {
      ...{ webhookId: null, expectedVersion: null, name: '', tenantId: null, url: '', format: 'DAYLIGHT' },
      ...{ language: 'ko', active: true, topics: new Set(NEW_TOPICS) },
    };
  }
  const { id, version, name, tenantId, format, language, active, topics } = webhook;
  return {
    ...{ webhookId: id, expectedVersion: version, name, tenantId, url: '', format, language, active },
    topics: new Set(topics),
  };
}

export function inputOf({ url, topics, ...rest }: WebhookDraft): SaveWebhookInput {
  return { ...rest, url: url.trim() === '' ? null : url.trim(), topics: [...topics] };
}
