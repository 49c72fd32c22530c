import type { MailboxInput, MailboxShownFragment } from './generated/mailboxes.js';

/** A mailbox as its form holds it. A password is typed anew or stays as it was; it never comes back from the server. */
export interface MailboxDraft {
  readonly before: MailboxShownFragment | null;
  readonly address: string;
  readonly tenantId: string | null;
  readonly intake: 'SMTP' | 'IMAP';
  readonly enabled: boolean;
  readonly serviceItemId: string | null;
  readonly type: MailboxInput['type'];
  readonly impact: number;
  readonly urgency: number;
  readonly host: string;
  readonly port: number | null;
  readonly security: 'TLS' | 'STARTTLS';
  readonly user: string;
  readonly folder: string;
  readonly password: string;
}

export function draftOf(before: MailboxShownFragment | null): MailboxDraft {
  const imap = before?.imap ?? null;
  return {
    before,
    address: before?.address ?? '',
    tenantId: before?.tenantId ?? null,
    intake: before?.intake ?? 'SMTP',
    enabled: before?.enabled ?? true,
    serviceItemId: before?.serviceItemId ?? null,
    type: before?.type ?? 'INCIDENT',
    impact: before?.impact ?? 2,
    urgency: before?.urgency ?? 2,
    host: imap?.host ?? '',
    port: imap?.port ?? 993,
    security: imap?.security ?? 'TLS',
    user: imap?.user ?? '',
    folder: imap?.folder ?? 'INBOX',
    password: '',
  };
}

/** What is sent; null while something is missing without which there is nothing to send. */
export function inputOf(draft: MailboxDraft): MailboxInput | null {
  const { before, serviceItemId, port, host, security, user, folder, password } = draft;
  if (serviceItemId === null || draft.address.trim() === '' || (draft.intake === 'IMAP' && port === null)) return null;
  const imap = { host: host.trim(), port: port ?? 993, security, user: user.trim(), folder: folder.trim() };
  return {
    mailboxId: before?.id ?? null,
    expectedVersion: before?.version ?? null,
    ...{ address: draft.address.trim(), tenantId: draft.tenantId, intake: draft.intake, enabled: draft.enabled },
    ...{ serviceItemId, type: draft.type, impact: draft.impact, urgency: draft.urgency },
    imap: draft.intake === 'SMTP' ? null : { ...imap, password: password === '' ? null : password },
  };
}
