import { partyTellingsFor, tellingsFor, type PartiesFacts, type TicketEventFacts } from './telling.js';

const facts: TicketEventFacts = {
  requesterId: 'requester',
  assigneeId: 'assignee',
  teamMemberIds: ['teammate', 'assignee'],
  watcherIds: ['watcher'],
  actorId: null,
  message: null,
};
const byStaff = { ...facts, actorId: 'assignee', message: { side: 'PROVIDER', automatic: false } } as const;
const byClient = { ...facts, actorId: 'requester', message: { side: 'CLIENT', automatic: false } } as const;

function told(topic: string, of: TicketEventFacts): readonly string[] {
  return tellingsFor(topic, of).map(({ personId, inApp, mail }) => {
    const ways = [inApp ? 'app' : '', mail ? 'mail' : ''].filter((way) => way !== '');
    return `${personId}: ${ways.join(' + ')}`;
  });
}

const rules: readonly (readonly [sentence: string, topic: string, facts: TicketEventFacts, told: readonly string[]])[] =
  [
    [
      'who opens a ticket for oneself gets a receipt by mail; the team sees it',
      'ticket.opened',
      { ...facts, actorId: 'requester', assigneeId: null },
      ['requester: mail', 'teammate: app', 'assignee: app'],
    ],
    [
      'a ticket that staff open for a client is told to the client',
      'ticket.opened',
      { ...facts, actorId: 'assignee' },
      ['requester: app + mail', 'teammate: app'],
    ],
    [
      'a reply by staff goes to requester and watchers, not to its author',
      'ticket.replied',
      byStaff,
      ['requester: app + mail', 'watcher: app + mail'],
    ],
    [
      'a reply by the client goes to the assignee and the other watchers',
      'ticket.replied',
      byClient,
      ['assignee: app + mail', 'watcher: app + mail'],
    ],
    [
      'a reply by the client without an assignee goes to the team',
      'ticket.replied',
      { ...byClient, assigneeId: null },
      ['watcher: app + mail', 'teammate: app', 'assignee: app'],
    ],
    [
      'an automatic message tells nobody',
      'ticket.replied',
      { ...byStaff, message: { side: 'PROVIDER', automatic: true } },
      [],
    ],
    ['a message that was withdrawn tells nobody', 'ticket.replied', { ...byStaff, message: null }, []],
    [
      'a resolution goes to requester and watchers',
      'ticket.resolved',
      byStaff,
      ['requester: app + mail', 'watcher: app + mail'],
    ],
    ['whoever takes a ticket isn’t told so', 'ticket.assigned', { ...facts, actorId: 'assignee' }, []],
    [
      'whoever is given a ticket is told',
      'ticket.assigned',
      { ...facts, actorId: 'teammate' },
      ['assignee: app + mail'],
    ],
    ['a warning goes to the assignee', 'clock.warned', facts, ['assignee: app + mail']],
    [
      'a breach without an assignee goes to the team',
      'clock.breached',
      { ...facts, assigneeId: null },
      ['teammate: app', 'assignee: app'],
    ],
    ['what concerns nobody tells nobody', 'ticket.changed', facts, []],
  ];

test.each(rules)('%s', (_sentence, topic, of, expected) => {
  expect(told(topic, of)).toEqual(expected);
});

test('internal notes, assignments and clocks are for staff, even if a client should be named', () => {
  const topics = ['ticket.noted', 'ticket.assigned', 'clock.warned', 'clock.breached'];
  const tellings = topics.flatMap((topic) => tellingsFor(topic, facts));
  expect([tellings.length, tellings.every(({ staffOnly }) => staffOnly)]).toEqual([5, true]);
});

const parties: PartiesFacts = {
  actorId: 'manager',
  actorSide: 'PROVIDER',
  approverIds: ['approver'],
  readerIds: ['approver', 'coordinator'],
  managerIds: ['manager', 'colleague'],
};

const partyRules: readonly (readonly [
  sentence: string,
  topic: string,
  facts: PartiesFacts,
  told: readonly string[],
])[] = [
  ['a proposal by the provider waits for the client’s approvers', 'contract.proposed', parties, ['approver']],
  [
    'a proposal by the client waits for the account managers',
    'contract.proposed',
    { ...parties, actorId: 'approver', actorSide: 'CLIENT' },
    ['manager', 'colleague'],
  ],
  [
    'an agreement is told to both sides but the one who gave it',
    'contract.agreed',
    parties,
    ['approver', 'coordinator', 'colleague'],
  ],
  ['a published review is told to the client’s readers', 'review.published', parties, ['approver', 'coordinator']],
  [
    'an addendum is told to both sides, but not to whoever wrote it',
    'review.amended',
    { ...parties, actorId: 'manager' },
    ['approver', 'coordinator', 'colleague'],
  ],
  [
    'a signature is told to both sides',
    'review.signed',
    { ...parties, actorId: 'approver' },
    ['coordinator', 'manager', 'colleague'],
  ],
];

test.each(partyRules)('%s', (_sentence, topic, of, expected) => {
  expect(partyTellingsFor(topic, of).map(({ personId }) => personId)).toEqual(expected);
});
