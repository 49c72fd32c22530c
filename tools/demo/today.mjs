// The last minutes before somebody looks, by the use cases themselves: so that there is something to be told of.
import { statement } from '@daylight/api-database';
import { ReplyToTicket } from '@daylight/api-tickets';

const OPEN = statement(
  'demo-open-tickets',
  `select ticket_id, version, status, subject from ticket
   where provider_id = $1 and tenant_id = $2 and requester_id = $3 and status = $4 order by opened_at desc, ticket_id`,
);
const REPLY = {
  visibility: 'PUBLIC',
  question: false,
  automatic: false,
  fileIds: [],
  thenWait: null,
  thenResolve: null,
};

/** Replies to that person's newest (or oldest) ticket in a status; does nothing when there is none. */
async function replyTo(daylight, by, { of, status, body, oldest = false, ...more }) {
  await daylight.as(by, async (tx) => {
    const tickets = await tx.query(OPEN, [tx.scope.providerId, of.tenantId, of.personId, status]);
    const ticket = tickets.at(oldest ? -1 : 0);
    if (ticket === undefined) return;
    const target = { ticketId: ticket.ticket_id, expectedVersion: null };
    const outcome = await new ReplyToTicket().run(tx, { ...REPLY, ...more, ...target, body });
    if (outcome.kind !== 'changed') throw new Error(`the demo's reply was refused: ${JSON.stringify(outcome)}`);
  });
}

export async function actToday(daylight, { people }) {
  const { harin, gaon, freja, jihun, sua, emma } = people;
  const checked = '점검 결과를 정리해 드렸습니다. 확인하시고 궁금한 점이 있으면 말씀해 주세요.';
  await replyTo(daylight, jihun, { of: harin, status: 'OPEN', body: checked });
  const answer = '네, 요청하신 내용 확인했습니다. 첨부한 목록 기준으로 진행해 주세요.';
  await replyTo(daylight, gaon, { of: gaon, status: 'WAITING_ON_CLIENT', body: answer });
  const done = '원인을 확인해 조치를 마쳤습니다. 정상 동작하는지 확인 부탁드립니다.';
  await replyTo(daylight, sua, { of: gaon, status: 'OPEN', oldest: true, body: done, thenResolve: 'FIXED' });
  const question = 'Could you tell us whether it still happens on the new scanners as well?';
  const asking = { question: true, thenWait: 'CLIENT_ANSWER' };
  await replyTo(daylight, emma, { of: freja, status: 'OPEN', body: question, ...asking });
}
