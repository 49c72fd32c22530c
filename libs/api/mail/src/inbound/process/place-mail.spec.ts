import {
  placeMail,
  MOST_OPENINGS,
  MOST_REOPENINGS,
  type AnsweredTicket,
  type MailFacts,
  type Sender,
} from './place-mail.js';

const kim: Sender = {
  personId: 'kim',
  side: 'CLIENT',
  active: true,
  memberships: [{ tenantId: 'acme', roles: ['REQUESTER'] }],
};
const auditor: Sender = { ...kim, memberships: [{ tenantId: 'acme', roles: ['AUDITOR'] }] };
const coordinator: Sender = { ...kim, memberships: [{ tenantId: 'acme', roles: ['COORDINATOR'] }] };
const elsewhere: Sender = { ...kim, memberships: [{ tenantId: 'beta', roles: ['APPROVER'] }] };
const staff: Sender = { personId: 'staff', side: 'PROVIDER', active: true, memberships: [] };
const ticket: AnsweredTicket = {
  ...{ ticketId: 't', tenantId: 'acme', resolved: false, confidential: false, senderIsOnIt: true },
  ...{ reopenedLately: 0, automaticLately: false },
};
const facts: MailFacts = {
  ...{ automatic: null, own: false, duplicate: false, released: false, tenantId: 'acme', sender: kim, ticket: null },
  ...{ openedLately: 0, repliedMailId: null, byTheCalled: false },
};
const other = { ...ticket, senderIsOnIt: false };

const said = (place: ReturnType<typeof placeMail>): string =>
  place.kind === 'reply'
    ? `reply as ${place.as}`
    : place.kind === 'open'
      ? `open for ${place.personId}`
      : `${place.kind}: ${place.reason}`;

it.each<readonly [sentence: string, facts: Partial<MailFacts>, place: string]>([
  ['a person of the client opens a ticket', {}, 'open for kim'],
  ['an auditor reads and opens nothing', { sender: auditor }, 'held: NOT_ON_TICKET'],
  ['nobody known waits', { sender: null }, 'held: UNKNOWN_SENDER'],
  ['who was deactivated is nobody known', { sender: { ...kim, active: false } }, 'held: UNKNOWN_SENDER'],
  ['another client’s person waits at this client’s mailbox', { sender: elsewhere }, 'held: THIRD_PARTY'],
  ['staff do not write to clients’ addresses', { sender: staff }, 'held: STAFF_SENDER'],
  ['at the provider’s mailbox the sender says the client', { tenantId: null }, 'open for kim'],
  ['too many tickets of one sender wait', { openedLately: MOST_OPENINGS }, 'held: TOO_MANY'],
  ['a released stranger opens for nobody', { sender: null, released: true }, 'open for null'],
  ['a release has passed every limit', { openedLately: MOST_OPENINGS, released: true }, 'open for kim'],
  ['an answer of the requester is theirs', { ticket }, 'reply as CLIENT'],
  ['a called stranger’s answer is a note', { ticket, sender: null, byTheCalled: true }, 'reply as NOTE'],
  ['and so is that of staff who were called', { ticket, sender: staff, byTheCalled: true }, 'reply as NOTE'],
  ['a called requester of the ticket answers in it', { ticket, byTheCalled: true }, 'reply as CLIENT'],
  ['a called colleague who may not write into it leaves a note', { ticket: other, byTheCalled: true }, 'reply as NOTE'],
  [
    'an automatic mail of whoever was called is none',
    { ticket, byTheCalled: true, automatic: 'BOUNCE' },
    'ignored: BOUNCE',
  ],
  ['a requester writes into no other ticket', { ticket: other }, 'held: NOT_ON_TICKET'],
  ['a coordinator writes into every ticket of the client', { ticket: other, sender: coordinator }, 'reply as CLIENT'],
  [
    'but not into a confidential one',
    { ticket: { ...other, confidential: true }, sender: coordinator },
    'held: NOT_ON_TICKET',
  ],
  ['the right address from another client’s person waits', { ticket, sender: elsewhere }, 'held: THIRD_PARTY'],
  [
    'released, an outsider’s words are shown as such',
    { ticket, sender: elsewhere, released: true },
    'reply as THIRD_PARTY',
  ],
  ['released, a member of staff leaves a note', { ticket, sender: staff, released: true }, 'reply as NOTE'],
  [
    'a ticket that mail reopens again and again waits',
    { ticket: { ...ticket, resolved: true, reopenedLately: MOST_REOPENINGS } },
    'held: REOPENED_TOO_OFTEN',
  ],
  ['an automatic answer opens nothing', { automatic: 'AUTOMATIC_REPLY' }, 'ignored: AUTOMATIC_REPLY'],
  ['nor does a list', { automatic: 'MAILING_LIST', ticket }, 'ignored: MAILING_LIST'],
  ['nor a bounce, whoever it says it is from', { automatic: 'BOUNCE', ticket }, 'ignored: BOUNCE'],
  ['that the requester is away is noted once', { automatic: 'AUTOMATIC_REPLY', ticket }, 'reply as AUTOMATIC'],
  [
    'and not twice within a day',
    { automatic: 'AUTOMATIC_REPLY', ticket: { ...ticket, automaticLately: true } },
    'ignored: AUTOMATIC_REPLY',
  ],
  ['our own mail comes back to nothing, even released', { own: true, released: true }, 'ignored: OWN_MAIL'],
  ['a second copy has no effect', { duplicate: true }, 'ignored: DUPLICATE'],
])('%s', (_sentence, more, place) => {
  expect(said(placeMail({ ...facts, ...more }))).toBe(place);
});
