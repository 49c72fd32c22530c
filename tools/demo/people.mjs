// The provider, its staff and teams, its clients and their people.
import { recordAudit, statement } from '@daylight/api-database';
import { hashPassword } from '@daylight/api-identity';
import { newId, newToken, tokenHash } from '@daylight/api-platform';
// Use cases behind the console's mutations; outside tools nobody needs them without GraphQL, so no index exports them.
import { createTeam, setTeamMembers } from '../../libs/api/identity/dist/teams.js';
import { createTenant } from '../../libs/api/tenants/dist/tenants.js';
import { demoPassword } from './accounts.mjs';
import { expect } from './connections.mjs';

const SEOUL = { language: 'ko', zone: 'Asia/Seoul' };
const STOCKHOLM = { language: 'en', zone: 'Europe/Stockholm' };

export const ADMIN = { key: 'minji', email: 'minji@saebyeok.example', name: '서민지' };
export const STAFF = [
  {
    key: 'doyun',
    email: 'doyun@saebyeok.example',
    name: '한도윤',
    role: 'ACCOUNT_MANAGER',
    confidential: true,
    ...SEOUL,
  },
  { key: 'jihun', email: 'jihun@saebyeok.example', name: '오지훈', role: 'AGENT', ...SEOUL },
  { key: 'sua', email: 'sua@saebyeok.example', name: '백수아', role: 'AGENT', confidential: true, ...SEOUL },
  { key: 'emma', email: 'emma@saebyeok.example', name: 'Emma Lindqvist', role: 'AGENT', only: ['NLF'], ...STOCKHOLM },
];
export const TEAMS = [
  { key: 'infra', name: '인프라운영팀', members: ['jihun', 'emma'] },
  { key: 'cloud', name: '클라우드보안팀', members: ['sua', 'jihun'] },
];
const TENANTS = [
  { prefix: 'HBP', name: '한빛정밀', stage: 'ACTIVE', timeZone: 'Asia/Seoul', language: 'ko' },
  { prefix: 'DDC', name: '도담커머스', stage: 'ACTIVE', timeZone: 'Asia/Seoul', language: 'ko' },
  { prefix: 'NLF', name: 'Nordlys Freight AB', stage: 'ACTIVE', timeZone: 'Europe/Stockholm', language: 'en' },
  { prefix: 'GRM', name: '가람메디컬', stage: 'PROSPECT', timeZone: 'Asia/Seoul', language: 'ko' },
];
export const PEOPLE = [
  { key: 'harin', email: 'harin@hanbit.example', name: '유하린', of: { HBP: ['REQUESTER'] }, ...SEOUL },
  { key: 'geonu', email: 'geonu@hanbit.example', name: '노건우', of: { HBP: ['COORDINATOR'] }, ...SEOUL },
  { key: 'eunseo', email: 'eunseo@hanbit.example', name: '차은서', of: { HBP: ['APPROVER'] }, ...SEOUL },
  { key: 'jiwoo', email: 'jiwoo@audit.example', name: '조지우', of: { HBP: ['AUDITOR'], DDC: ['AUDITOR'] }, ...SEOUL },
  { key: 'gaon', email: 'gaon@dodam.example', name: '배가온', of: { DDC: ['COORDINATOR'] }, ...SEOUL },
  { key: 'rahee', email: 'rahee@dodam.example', name: '신라희', of: { DDC: ['APPROVER'] }, ...SEOUL },
  { key: 'freja', email: 'freja@nordlys.example', name: 'Freja Lund', of: { NLF: ['REQUESTER'] }, ...STOCKHOLM },
  { key: 'astrid', email: 'astrid@nordlys.example', name: 'Astrid Holm', of: { NLF: ['COORDINATOR'] }, ...STOCKHOLM },
  { key: 'nils', email: 'nils@nordlys.example', name: 'Nils Berg', of: { NLF: ['APPROVER'] }, ...STOCKHOLM },
];

/** The demo's provider, by its short name. */
export const DEMO_PROVIDER = 'saebyeok';

const PROVIDER_CREATE = statement('demo-provider', 'select provider_create($1, $2, $3, $4, $5, $6, $7, $8)');
const STAFF_INVITE = statement(
  'demo-staff-invite',
  'select person_invite_staff($1, $2, $3, $4, $5, $6, $7, $8, $9) as id',
);
const CLIENT_INVITE = statement('demo-client-invite', 'select person_invite_client($1, $2, $3, $4, $5) as id');
const MEMBERSHIP = statement('demo-membership', 'select membership_set($1, $2, $3, null)');
const LINK = statement(
  'demo-link',
  `select one_time_link_create($1, $2, 'INVITATION', $3, '1 hour'::interval) as made`,
);

/**
 * Makes everybody. Invited by the functions that the use cases call, without the use cases' mails: a mailbox that begins
 * with fourteen invitations would hide what is worth reading. Each sets the password by the link of the invitation.
 */
export async function makePeople(daylight) {
  const providerId = newId();
  const adminId = newId();
  await createProvider(daylight, providerId, adminId);
  const admin = { key: ADMIN.key, providerId, personId: adminId, audience: 'CONSOLE' };
  await setPassword(daylight, admin);
  const tenants = await daylight.as(admin, async (tx) => {
    const made = [];
    for (const input of TENANTS) made.push(expect(await createTenant(tx, input), 'TenantCreated').tenant);
    return Object.fromEntries(made.map((tenant) => [tenant.prefix, tenant.id]));
  });
  const people = [admin, ...(await inviteAll(daylight, { providerId, tenants }))];
  await Promise.all(people.slice(1).map((person) => setPassword(daylight, person)));
  const byKey = Object.fromEntries(people.map((person) => [person.key, person]));
  return { providerId, tenants, people: byKey, teams: await makeTeams(daylight, admin, byKey) };
}

async function createProvider({ worker }, providerId, adminId) {
  const { email, name } = ADMIN;
  const values = [providerId, '새벽클라우드', DEMO_PROVIDER, SEOUL.zone, SEOUL.language, adminId, email, name];
  await worker.withoutScope((client) => client.query({ ...PROVIDER_CREATE, values }));
}

async function inviteAll(daylight, { providerId, tenants }) {
  return daylight.asSystem({ providerId, tenantId: null }, async (tx) => {
    const made = [];
    for (const { key, email, name, language, zone, role, only = [], confidential = false } of STAFF) {
      const assigned = only.map((prefix) => tenants[prefix]);
      const values = [newId(), email, name, language, zone, role, only.length > 0, confidential, assigned];
      const [{ id }] = await tx.query(STAFF_INVITE, values);
      made.push({ key, providerId, personId: id, audience: 'CONSOLE', tenantId: null });
    }
    for (const { key, email, name, language, zone, of } of PEOPLE) {
      const [{ id }] = await tx.query(CLIENT_INVITE, [newId(), email, name, language, zone]);
      for (const [prefix, roles] of Object.entries(of)) await tx.query(MEMBERSHIP, [tenants[prefix], id, roles]);
      made.push({ key, providerId, personId: id, audience: 'PORTAL', tenantId: tenants[Object.keys(of)[0]] });
    }
    for (const { personId, tenantId } of made)
      await recordAudit(tx, { action: 'person.invite', objectType: 'person', objectId: personId, tenantId });
    return made;
  });
}

async function setPassword({ worker, asSystem }, { providerId, personId }) {
  const hash = tokenHash(newToken());
  await asSystem({ providerId, tenantId: null }, (tx) => tx.query(LINK, [newId(), hash, personId]));
  const password = await hashPassword(demoPassword());
  await worker.withoutScope((client) => client.query('select one_time_link_spend($1, $2)', [hash, password]));
}

async function makeTeams(daylight, admin, people) {
  return daylight.as(admin, async (tx) => {
    const teams = {};
    for (const { key, name, members } of TEAMS) {
      const { team } = expect(await createTeam(tx, { name }), 'TeamSaved');
      const personIds = members.map((member) => people[member].personId);
      expect(await setTeamMembers(tx, { teamId: team.id, personIds }), 'TeamSaved');
      teams[key] = team.id;
    }
    return teams;
  });
}
