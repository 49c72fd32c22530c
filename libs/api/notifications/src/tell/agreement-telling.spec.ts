import { AGREEMENT_TOPICS, agreementTellingsFor, type AgreementFacts } from './agreement-telling.js';

const facts: AgreementFacts = {
  ...{ requesterId: 'requester', assigneeId: 'assignee', teamMemberIds: ['teammate'], watcherIds: ['watcher'] },
  ...{ actorId: null, message: null, actorSide: 'SYSTEM', words: {} },
  ...{ deciderIds: ['coordinator', 'approver'], approverIds: ['approver'], managerIds: ['manager'] },
};
const byStaff = { ...facts, actorId: 'assignee', actorSide: 'PROVIDER' } as const;
const byClient = { ...facts, actorId: 'requester', actorSide: 'CLIENT' } as const;

const told = (topic: string, of: AgreementFacts) =>
  agreementTellingsFor(topic, of).map(({ personId, mail }) => `${personId}${mail ? ' by mail' : ''}`);

test.each([
  [
    'a date that staff propose is the requester’s to answer',
    'ticket.proposed',
    { ...byStaff, words: { offer: 'DATE' } },
    ['requester by mail', 'watcher'],
  ],
  [
    'a responsibility that staff propose is for those who decide for the client',
    'ticket.proposed',
    { ...byStaff, words: { offer: 'CLIENT_ACCOUNTABLE' } },
    ['coordinator by mail', 'approver by mail', 'requester', 'watcher'],
  ],
  ['what the client proposes is for whoever works on it', 'ticket.proposed', byClient, ['assignee by mail']],
  ['while nobody does, for the team', 'ticket.proposed', { ...byClient, assigneeId: null }, ['teammate by mail']],
  ['the client’s answer reaches whoever works on it', 'ticket.proposal-answered', byClient, ['assignee']],
  [
    'silence that counts as an answer reaches both',
    'ticket.proposal-answered',
    facts,
    ['assignee', 'requester', 'watcher'],
  ],
  ['a date that staff set reaches the client', 'ticket.date-set', byStaff, ['requester', 'watcher']],
  [
    'a contested waiting has to be settled by the provider',
    'ticket.waiting-contested',
    byClient,
    ['assignee by mail', 'manager by mail'],
  ],
  ['what staff concede reaches the client', 'ticket.contest-settled', byStaff, ['requester', 'watcher']],
  ['what the client lets stand reaches staff', 'ticket.contest-settled', byClient, ['assignee']],
  [
    'what law asks for is told to those who decide on both sides: either may owe it',
    'notice.breached',
    facts,
    ['assignee by mail', 'manager by mail', 'coordinator by mail', 'approver by mail', 'requester'],
  ],
  [
    'another version that staff propose is the approvers’ to answer',
    'ticket.proposed',
    { ...byStaff, words: { offer: 'REBINDING' } },
    ['approver by mail', 'requester', 'watcher'],
  ],
  [
    'one that the client proposes is the account manager’s, and whoever works on it knows',
    'ticket.proposed',
    { ...byClient, words: { offer: 'REBINDING' } },
    ['manager by mail', 'assignee'],
  ],
  [
    'an agreement on another version reaches both parties',
    'ticket.rebound',
    { ...byClient, actorId: 'approver' },
    ['assignee', 'manager', 'requester', 'watcher'],
  ],
  [
    'which its bare answer doesn’t say again',
    'ticket.proposal-answered',
    { ...byClient, words: { offer: 'REBINDING', answer: 'AGREED' } },
    [],
  ],
  [
    'an undone merge is work again for whoever does it, and news for the client',
    'ticket.unmerged',
    { ...byStaff, actorId: 'manager' },
    ['assignee by mail', 'requester', 'watcher'],
  ],
  ['a notice given by the client reaches staff', 'ticket.notice-given', byClient, ['assignee']],
  ['a due time that a holiday moved reaches both', 'clock.due-moved', facts, ['assignee', 'requester', 'watcher']],
  ['another topic reaches nobody', 'ticket.changed', facts, []],
] as const)('%s', (_sentence, topic, of, expected) => {
  expect(told(topic, of)).toEqual(expected);
});

test('a client never hears of a contest from the provider’s own notification', () => {
  expect(agreementTellingsFor('ticket.waiting-contested', byClient).every(({ staffOnly }) => staffOnly)).toBe(true);
});

test('every topic that is listened to tells somebody', () => {
  for (const topic of AGREEMENT_TOPICS) expect(agreementTellingsFor(topic, facts)).not.toEqual([]);
});
