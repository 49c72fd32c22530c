import type { Binding, Language } from '@daylight/domain';
import type { TimelineRow } from '../queries/detail-statements.js';
import { namesVersions, timelineOf, type NumberedVersion } from './timeline.js';

const binding = (contractVersionId: string): Binding => ({
  ...{ contractVersionId, termsDigest: contractVersionId, serviceItemId: 'servers', policyId: 'gold' },
});
const OPENED = {
  ...{ type: 'INCIDENT', priority: 'P3', impact: 2, urgency: 2, channel: 'PORTAL', confidential: false },
  ...{ requesterId: null, binding: binding('second') },
};
const offer = (id: string) => ({ kind: 'REBINDING', binding: binding(id) });
const VERSIONS = new Map<string, NumberedVersion>([
  ['second', { contractId: 'managed', ordinal: 2 }],
  ['third', { contractId: 'managed', ordinal: 3 }],
  ['pilot', { contractId: 'trial', ordinal: 1 }],
]);

function rows(...events: readonly (readonly [kind: string, data: TimelineRow['data']])[]): readonly TimelineRow[] {
  return events.map(([kind, data], index) => ({
    ...{ seq: index + 1, kind, v: 1, data, occurred_at: index, actor_side: 'PROVIDER', actor_person_id: null },
    ...{ version: 1, actor_name: null, person_name: null, team_name: null, reason: null, other_number: null },
  }));
}

function said(log: readonly TimelineRow[], language: Language, versions = VERSIONS) {
  const { entries } = timelineOf(log, { prefix: 'ACME', terms: null, language, zone: 'Asia/Seoul', versions });
  return entries.slice(1).map(({ sentence }) => sentence);
}

const REBOUND = rows(
  ['OPENED', OPENED],
  ['PROPOSED', { proposalId: 'p', offer: offer('third'), reasonTextId: null }],
  [
    'REBOUND',
    { binding: binding('third'), proposalId: 'p', proposedBy: { side: 'PROVIDER', userId: null }, changesDigest: null },
  ],
);

describe('the timeline of a rebinding', () => {
  test('names the versions of the contract, in both languages', () => {
    expect(said(REBOUND, 'ko')).toEqual([
      '계약 개정본 제3차(현재 제2차) 적용을 제안했습니다.',
      '양측 합의에 따라 계약 개정본 제3차(이전 제2차) 기준으로 처음부터 다시 판정했습니다.',
    ]);
    expect(said(REBOUND, 'en')).toEqual([
      'Proposed to judge it by version 3 of the contract (now version 2).',
      'Judged anew from the opening by version 3 of the contract (before version 2), as both sides agreed.',
    ]);
  });

  test('numbers of another contract say nothing beside each other', () => {
    const toPilot = rows(
      ['OPENED', OPENED],
      ['PROPOSED', { proposalId: 'p', offer: offer('pilot'), reasonTextId: null }],
    );
    expect(said(toPilot, 'en')).toEqual(['Proposed to judge it by version 1 of the contract.']);
  });

  test('a version that the reader may not see has no number', () => {
    expect(said(REBOUND, 'en', new Map())).toEqual([
      'Proposed to judge it by another version of the contract.',
      'Judged anew from the opening by another version of the contract, as both sides agreed.',
    ]);
  });

  test('a ticket that was bound once asks for no numbers', () => {
    expect([namesVersions(REBOUND), namesVersions(rows(['OPENED', OPENED]))]).toEqual([true, false]);
  });
});

test('how a change went and how it was rated stand in the timeline', () => {
  const log = rows(
    ['OPENED', OPENED],
    ['CHANGE_OUTCOME_SET', { outcome: 'ROLLED_BACK' }],
    ['RATED', { score: 4, reasonTextId: 'text' }],
  ).map((row) => (row.kind === 'RATED' ? { ...row, reason: '빠르게 처리되었습니다.' } : row));
  expect(said(log, 'ko')).toEqual([
    '변경 작업 결과: 원복(롤백)',
    '고객 만족도: 5점 만점에 4점, 의견: 빠르게 처리되었습니다.',
  ]);
  expect(said(log, 'en')).toEqual([
    'How the change went: Rolled back.',
    'Rated 4 of 5 by the client. “빠르게 처리되었습니다.”',
  ]);
});
