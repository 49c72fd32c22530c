import type { Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { parseTerms, type Terms } from '@daylight/domain';
import { versionDetail, type VersionDetail } from '../queries/version-detail.js';
import { agreed, at, draft, expectKind, proposed, tellStory, withTerms, type Story } from '../story.fixture.js';
import { agreeContractVersion } from '../use-cases/agree-contract-version.js';
import { draftAmendment } from '../use-cases/draft-amendment.js';
import { saveContractDraft } from '../use-cases/save-contract-draft.js';
import { followContract } from './follow-contract.js';

let story: Story;

beforeEach(async () => {
  story = await tellStory();
  story.db.setNow(at('2025-12-01T00:00:00Z'));
});
afterEach(() => story.db.close());

function termsOf(detail: VersionDetail): Terms {
  const parsed = parseTerms(detail.terms);
  if (parsed.kind === 'invalid') throw new Error('a draft that is none');
  return parsed.terms;
}

/** The draft with other terms. */
async function rewritten(detail: VersionDetail, more: Partial<Terms>): Promise<VersionDetail> {
  const { id: versionId, version, effectiveFromDate: effectiveFrom, termEnd } = detail.version;
  const terms = withTerms(termsOf(detail), more);
  const input = { versionId, version, effectiveFrom, termEnd, terms };
  return expectKind(await story.asManager((tx) => saveContractDraft(tx, input)), 'ContractDraftSaved').draft;
}

/** A year from 1 January 2026 in Seoul that renews, 30 days' notice, reminders 30 and 7 days ahead. */
async function yearly(more: Partial<Terms> = {}): Promise<VersionDetail> {
  const first = await rewritten(await draft(story), more);
  await agreed(story, first);
  return first;
}

const follow = (contractId: string) =>
  story.db.worker.asSystem({ providerId: story.providerId, tenantId: story.acme }, (tx: Tx<SystemScope>) =>
    followContract(tx, { tenantId: story.acme, contractId }),
  );

async function told(topic = 'contract.term-%'): Promise<readonly Readonly<Record<string, string>>[]> {
  const rows = await story.db.owner<{ topic: string; ids: Record<string, string> }>(
    `select payload ->> 'topic' as topic, payload -> 'ids' as ids from job
     where queue = 'outbox' and payload ->> 'topic' like $1 order by job_id`,
    [topic],
  );
  return rows.map(({ topic: name, ids }) => {
    const { contractId: _contract, versionId: _version, ...rest } = ids;
    return { topic: name, ...rest };
  });
}

async function timerOf(contractId: string) {
  const [job] = await story.db.owner<{ run_at: Date }>(
    `select run_at from job where queue = 'contract-timer' and dedupe_key = $1`,
    [contractId],
  );
  return job?.run_at.toISOString() ?? null;
}

describe('the end of a term', () => {
  it('an agreement arms the contract’s timer, which finds out what comes first', async () => {
    const { contract } = await yearly();
    expect(await timerOf(contract.id)).not.toBeNull();
    await follow(contract.id);
    expect(await told()).toEqual([]);
    // 30 days before the last instant for notice, itself 30 days before the end.
    expect(await timerOf(contract.id)).toBe('2026-11-01T15:00:00.000Z');
  });

  it('both are reminded of the last day for notice, once however often the timer runs', async () => {
    const { contract } = await yearly();
    story.db.setNow(at('2026-11-01T15:00:00Z'));
    await follow(contract.id);
    await follow(contract.id);
    expect(await told()).toEqual([
      {
        ...{ topic: 'contract.term-ahead', mark: 'NOTICE_AHEAD', days: '30', atEnd: 'RENEW', late: 'false' },
        ...{ noticeBy: '2026-12-01', termEnd: '2026-12-31' },
      },
    ]);
    expect(await timerOf(contract.id)).toBe('2026-11-24T15:00:00.000Z');
  });

  it('what a stopped worker missed is told afterwards, marked late', async () => {
    const { contract } = await yearly();
    story.db.setNow(at('2026-12-03T00:00:00Z'));
    await follow(contract.id);
    expect((await told()).map((event) => [event['mark'], event['days'], event['late']])).toEqual([
      ['NOTICE_AHEAD', '7', 'true'],
      ['END_AHEAD', '30', 'true'],
    ]);
  });

  it.each([
    ['renews', 'RENEW', 12, 'RENEWED', '2027-12-31'],
    ['holds over', 'HOLDOVER', 0, 'HELD_OVER', undefined],
    ['ends', 'END', 0, 'ENDED', undefined],
  ] as const)('that the contract %s is told when it does', async (_how, atEnd, renewMonths, mark, until) => {
    const { contract } = await yearly({ renewal: { atEnd, renewMonths, noticeDays: 30, remindDays: [] } });
    story.db.setNow(at('2026-12-31T15:00:00Z'));
    await follow(contract.id);
    expect(await told()).toMatchObject([
      { topic: 'contract.term-reached', mark, termEnd: '2026-12-31', late: 'false', ...(until ? { until } : {}) },
    ]);
  });

  it('an amendment that takes over before the end makes its reminders moot', async () => {
    const { contract } = await yearly();
    const amendment = await story.asManager((tx) =>
      draftAmendment(tx, { contractId: contract.id, effectiveFrom: '2026-06-01' }),
    );
    const next = await rewritten(expectKind(amendment, 'ContractDraftSaved').draft, {
      renewal: { atEnd: 'END', renewMonths: 0, noticeDays: 0, remindDays: [7] },
    });
    await agreed(story, next);
    story.db.setNow(at('2026-12-24T15:00:00Z'));
    await follow(contract.id);
    expect((await told()).map((event) => [event['mark'], event['days']])).toEqual([['END_AHEAD', '7']]);
  });
});

describe('an amendment that the client doesn’t answer', () => {
  /** Weekdays in Seoul, two of them for an objection. */
  const TWO_DAYS = { calendarId: 'office', proposalDays: null, amendmentDays: 2 };

  async function amended(first: VersionDetail, effectiveFrom = '2026-06-01') {
    // A Wednesday, 09:00 in Seoul.
    story.db.setNow(at('2026-03-04T00:00:00Z'));
    const input = { contractId: first.contract.id, effectiveFrom };
    const amendment = expectKind(await story.asManager((tx) => draftAmendment(tx, input)), 'ContractDraftSaved').draft;
    const faster = await rewritten(amendment, { autoCloseDays: 3 });
    return proposed(story, faster);
  }
  const stateOf = async (id: string) => (await story.asApprover((tx) => versionDetail(tx, id)))?.version;

  it('is agreed after the business days that the terms in force name, and its consent says that nobody gave it', async () => {
    const first = await yearly({ deemedConsent: TWO_DAYS });
    const version = await amended(first);
    expect(version.deemedConsentAt).toBe(at('2026-03-06T00:00:00Z'));
    await follow(first.contract.id);
    expect(await timerOf(first.contract.id)).toBe('2026-03-06T00:00:00.000Z');
    expect((await stateOf(version.id))?.state).toBe('PROPOSED');
    story.db.setNow(at('2026-03-06T00:00:00Z'));
    await follow(first.contract.id);
    await follow(first.contract.id);
    const after = await stateOf(version.id);
    expect([after?.state, after?.deemedConsentAt]).toEqual(['AGREED', null]);
    expect(after?.consents.map(({ party, person, deemed }) => [party, person === null, deemed])).toEqual([
      ['PROVIDER', false, false],
      ['CLIENT', true, true],
    ]);
    expect((await told('contract.agreed')).at(-1)).toMatchObject({ cause: 'DEEMED' });
    const [audit] = await story.db.owner<{ actor_side: string; after: object }>(
      `select actor_side, after from audit_entry where action = 'contract.agree' and object_id = $1`,
      [version.id],
    );
    expect(audit).toMatchObject({ actor_side: 'SYSTEM', after: { cause: 'DEEMED', party: 'CLIENT' } });
  });

  it.each([
    ['without the term', {}],
    ['where the term is only about tickets', { deemedConsent: { ...TWO_DAYS, proposalDays: 2, amendmentDays: null } }],
  ])('waits for ever %s', async (_sentence, more) => {
    const first = await yearly(more);
    const version = await amended(first);
    expect(version.deemedConsentAt).toBeNull();
    story.db.setNow(at('2026-05-01T00:00:00Z'));
    await follow(first.contract.id);
    expect((await stateOf(version.id))?.state).toBe('PROPOSED');
  });

  it('waits for ever when it brings the term itself: that binds nobody yet', async () => {
    const first = await yearly();
    story.db.setNow(at('2026-03-04T00:00:00Z'));
    const input = { contractId: first.contract.id, effectiveFrom: '2026-06-01' };
    const amendment = expectKind(await story.asManager((tx) => draftAmendment(tx, input)), 'ContractDraftSaved').draft;
    const version = await proposed(story, await rewritten(amendment, { deemedConsent: TWO_DAYS }));
    expect(version.deemedConsentAt).toBeNull();
  });

  it('waits for the client’s signature when it begins before silence could count', async () => {
    const version = await amended(await yearly({ deemedConsent: TWO_DAYS }), '2026-03-05');
    expect(version.deemedConsentAt).toBeNull();
  });

  it('is agreed by the client’s own word when that comes first', async () => {
    const first = await yearly({ deemedConsent: TWO_DAYS });
    const version = await amended(first);
    const answer = { versionId: version.id, version: version.version, digest: version.digest };
    await story.asApprover((tx) => agreeContractVersion(tx, answer));
    story.db.setNow(at('2026-03-09T00:00:00Z'));
    await follow(first.contract.id);
    expect((await stateOf(version.id))?.consents.map(({ deemed }) => deemed)).toEqual([false, false]);
  });

  it('is moved by a public holiday that was declared meanwhile', async () => {
    const first = await yearly({ deemedConsent: TWO_DAYS });
    const version = await amended(first);
    await story.db.owner(
      `insert into holiday_revision (provider_id, region, date, name_ko, name_en, known_at, source)
       values ($1, 'KR', '2026-03-05', '임시공휴일', 'Temporary holiday', '2026-03-04T06:00:00Z', 'gazette')`,
      [story.providerId],
    );
    story.db.setNow(at('2026-03-06T00:00:00Z'));
    await follow(first.contract.id);
    // Friday was the first business day, Monday the second.
    expect(await stateOf(version.id)).toMatchObject({ state: 'PROPOSED', deemedConsentAt: at('2026-03-09T00:00:00Z') });
  });

  it('nobody but Daylight itself can write silence down as consent', async () => {
    const version = await amended(await yearly({ deemedConsent: TWO_DAYS }));
    const silence = story.asManager((tx) =>
      tx.rows.query(
        `insert into contract_consent (provider_id, tenant_id, consent_id, version_id, party, cause, at, digest)
         values ($1, $2, gen_random_uuid(), $3, 'CLIENT', 'DEEMED', now(), $4)`,
        [story.providerId, story.acme, version.id, version.digest],
      ),
    );
    await expect(silence).rejects.toThrow(/row-level security/);
  });
});
