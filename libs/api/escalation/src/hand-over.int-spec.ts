import { asClient, asStaff, statementLog, type Tx } from '@daylight/api-database';
import { newId, type ClientScope, type StaffScope } from '@daylight/api-platform';
import { createStaff, signInAs } from '@daylight/api-testing';
import { savePolicy } from './documents/save-policy.js';
import { handOverNotes } from './hand-over/hand-over-rows.js';
import { readHandOver, writeHandOver } from './hand-over/hand-over.js';
import {
  addContact,
  addPolicy,
  addSchedule,
  addTicket,
  createHouse,
  step,
  words,
  type House,
} from './house.fixture.js';
import { clientPreview } from './queries/client-preview.js';
import { policyHistory } from './queries/policy-history.js';

let house: House;
let scheduleId: string;
// A Wednesday: Kim or Lee has the week, whoever it is.
const WEDNESDAY = Date.parse('2026-11-25T03:00:00Z');
let onDuty: string;
let next: string;

beforeAll(async () => {
  house = await createHouse();
  scheduleId = await addSchedule(house, [house.kimId, house.leeId]);
  house.db.setNow(WEDNESDAY);
  const { kimId, leeId } = house;
  const first = await asStaffMember(kimId, (tx) => writeHandOver(tx, { scheduleId, body: '첫 인수인계' }));
  [onDuty, next] = first.__typename === 'HandOverWritten' ? [kimId, leeId] : [leeId, kimId];
});
afterAll(() => house.db.close());

async function asStaffMember<T>(personId: string, work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(house.db, { providerId: house.providerId, personId }, 'CONSOLE');
  return house.db.app.asPerson(caller, (tx) => work(asStaff(tx)));
}
async function asMember<T>(personId: string, work: (tx: Tx<ClientScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(house.db, { providerId: house.providerId, personId }, 'PORTAL');
  return house.db.app.asPerson(caller, (tx) => work(asClient(tx)));
}
const write = (personId: string, body: string, id = scheduleId) =>
  asStaffMember(personId, (tx) => writeHandOver(tx, { scheduleId: id, body }));

describe('the note at the change of shift', () => {
  it('is written by whoever is on call, names who comes next and when, and is confirmed by somebody else', async () => {
    const written = await write(onDuty, '  DB 이중화 점검 중, 08시에 확인 필요  ');
    if (written.__typename !== 'HandOverWritten') throw new Error(JSON.stringify(written));
    const { note } = written;
    expect(note).toMatchObject({
      from: { id: onDuty },
      to: { id: next },
      body: 'DB 이중화 점검 중, 08시에 확인 필요',
      readBy: null,
    });
    expect(new Date(note.changesAt ?? 0).toISOString()).toBe('2026-11-30T00:00:00.000Z');
    const read = (personId: string) => asStaffMember(personId, (tx) => readHandOver(tx, { noteId: note.id }));
    await expect(read(onDuty)).resolves.toMatchObject({ __typename: 'InputRefused', problems: [{ kind: 'OWN_NOTE' }] });
    await expect(read(next)).resolves.toMatchObject({ __typename: 'HandOverRead', note: { readBy: { id: next } } });
    const third = await createStaff(house.db, house.providerId, { name: 'Choi' });
    await expect(read(third)).resolves.toMatchObject({ note: { readBy: { id: next } } });
    const entries = await house.db.owner<{ action: string }>(
      'select action from audit_entry where object_id = $1 order by action',
      [note.id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['on-call.hand-over', 'on-call.hand-over-read']);
  });

  it('is refused from whoever has nothing to hand over, empty, too long, or of an unknown schedule', async () => {
    const stranger = await createStaff(house.db, house.providerId, { name: 'Park' });
    for (const who of [next, stranger]) {
      await expect(write(who, 'x')).resolves.toMatchObject({ problems: [{ path: 'scheduleId', kind: 'NOT_ON_CALL' }] });
    }
    await expect(write(onDuty, '   ')).resolves.toMatchObject({ __typename: 'InputRefused' });
    await expect(write(onDuty, 'x'.repeat(8_001))).resolves.toMatchObject({ __typename: 'InputRefused' });
    await expect(write(onDuty, 'x', newId())).resolves.toEqual({ __typename: 'NotFound', what: 'schedule' });
    await expect(write(onDuty, 'x', 'x')).resolves.toEqual({ __typename: 'NotFound', what: 'schedule' });
    const unknown = asStaffMember(next, (tx) => readHandOver(tx, { noteId: newId() }));
    await expect(unknown).resolves.toEqual({ __typename: 'NotFound', what: 'note' });
  });

  it('lists the newest first, in one statement for 2 notes and for 20', async () => {
    const names = [];
    for (const many of [2, 18]) {
      for (let n = 0; n < many; n += 1) await write(onDuty, `메모 ${n}`);
      names.push(
        await asStaffMember(next, async (tx) => {
          statementLog.names = [];
          const notes = await handOverNotes(tx, scheduleId);
          const asked = statementLog.names;
          statementLog.names = null;
          return [notes.length >= many, notes[0]?.body, asked];
        }),
      );
    }
    expect(names).toEqual([
      [true, '메모 1', ['on-call-hand-overs']],
      [true, '메모 17', ['on-call-hand-overs']],
    ]);
  });

  it('clients read none of it, and nobody changes what was written', async () => {
    const rows = await asMember(house.coordinatorId, (tx) => tx.rows.query('select 1 from on_call_hand_over'));
    expect(rows).toEqual([]);
    const forged = asStaffMember(next, (tx) => tx.rows.query(`update on_call_hand_over set body = 'x'`));
    await expect(forged).rejects.toThrow('permission denied');
  });
});

describe('the history of a policy', () => {
  it('says who changed what, version by version, in the reader’s language', async () => {
    const kim = await addContact(house, { name: '김지훈' });
    const document = {
      ...{ name: words('야간'), scope: { contractIds: [], priorities: ['P1'], types: [] }, repeats: 0 },
      steps: [step('s1', 0, { kind: 'SCHEDULE', scheduleId })],
      ...{ afterLastStep: { unit: 'WALL_MINUTES', minutes: 10 }, fallback: [{ kind: 'CONTACT', contactId: kim }] },
    };
    const save = (policyId: string | null, expectedVersion: number | null, change: object) =>
      asStaffMember(house.adminId, (tx) =>
        savePolicy(tx, { policyId, expectedVersion, document: { ...document, ...change } }),
      );
    const made = await save(null, null, {});
    if (made.__typename !== 'EscalationPolicySaved') throw new Error(JSON.stringify(made));
    const { id } = made.policy;
    const more = { steps: [...document.steps, step('s2', 15, { kind: 'CONTACT', contactId: kim })], repeats: 1 };
    await save(id, 1, more);
    const history = await asStaffMember(onDuty, (tx) => policyHistory(tx, id));
    expect(history.map(({ version, by, changes }) => [version, by?.id, changes])).toEqual([
      [2, house.adminId, ['2단계 추가: 15분, 김지훈', '반복 횟수: 0 → 1']],
      [1, house.adminId, ['1단계: 0분, 온콜 Infra']],
    ]);
  });

  it('is empty for a policy that isn’t there, and for one that names what the reader may not see', async () => {
    expect(await asStaffMember(onDuty, (tx) => policyHistory(tx, newId()))).toEqual([]);
    const foreign = await addContact(house, { name: 'Foreign', tenantId: house.otherTenantId, side: 'CLIENT' });
    const target = { kind: 'CONTACT', contactId: foreign } as const;
    const policyId = await addPolicy(house, { steps: [step('s1', 0, target)], fallback: [target] });
    const restricted = await createStaff(house.db, house.providerId, { restrictedTo: [house.tenantId] });
    expect(await asStaffMember(restricted, (tx) => policyHistory(tx, policyId))).toEqual([]);
    await house.db.owner('delete from escalation_policy where policy_id = $1', [policyId]);
  });
});

describe('what a client foresees of its own escalation', () => {
  it('is who would be called and when, people that are not shown by what they are there for', async () => {
    await house.db.owner('delete from escalation_policy');
    await addContact(house, { name: '비공개', personId: onDuty, channels: [['VOICE', '+82 10 1111 2222']] });
    const shown = await addContact(house, { name: '정하린', shared: true, channels: [['SMS', '+82 10 3333 4444']] });
    await addPolicy(house, {
      steps: [step('s1', 0, { kind: 'SCHEDULE', scheduleId }), step('s2', 5, { kind: 'CONTACT', contactId: shown })],
      fallback: [{ kind: 'CONTACT', contactId: shown }],
    });
    const ticket = await addTicket(house);
    const preview = await asMember(house.coordinatorId, (tx) => clientPreview(tx, ticket));
    expect(preview?.calls.map(({ at, round, calls }) => [(at - WEDNESDAY) / 60_000, round, calls])).toEqual([
      [0, 1, ['당직 엔지니어, 전화']],
      [5, 1, ['정하린, 문자']],
      [25, 0, ['정하린, 문자']],
    ]);
    expect(preview?.exhaustedAt).toBe(WEDNESDAY + 25 * 60_000);
    expect(JSON.stringify(preview)).not.toMatch(/비공개|\+82|Infra/);
  });

  it('is nothing for a ticket that the reader may not see', async () => {
    const hidden = await addTicket(house, { confidential: true });
    expect(await asMember(house.requesterId, (tx) => clientPreview(tx, hidden))).toBeNull();
    expect(await asMember(house.requesterId, (tx) => clientPreview(tx, 'x'))).toBeNull();
  });

  it('comes from a function that answers clients alone, and knows no address and no other client’s people', async () => {
    await addContact(house, { name: 'Foreign', tenantId: house.otherTenantId, side: 'CLIENT' });
    const text = 'select client_escalation_directory() as found';
    const [own] = await asMember(house.coordinatorId, (tx) => tx.rows.query(text));
    expect(JSON.stringify(own.found)).not.toMatch(/Foreign|비공개|address|@call\.example|\+82/);
    const [staff] = await asStaffMember(onDuty, (tx) => tx.rows.query(text));
    expect(staff.found).toBeNull();
  });
});
