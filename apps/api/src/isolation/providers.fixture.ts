// For houses.fixture.ts: a provider with what is its own, whichever client it serves.
import { newId, sha256 } from '@daylight/api-platform';
import { addService, createProvider, createStaff, termsFor, type TestDatabase } from '@daylight/api-testing';
import { mark, NOW, put } from './rows.fixture.js';

export interface Staffed {
  readonly providerId: string;
  readonly services: readonly string[];
  readonly calendar: string;
  readonly team: string;
  readonly staff: Readonly<Record<'AGENT' | 'ACCOUNT_MANAGER' | 'PROVIDER_ADMIN', string>>;
}

/** Services, a calendar, a team, a holiday and three of the staff, all of it saying whose it is. */
export async function seedProvider(db: TestDatabase, key: 'N' | 'S'): Promise<Staffed> {
  const { providerId, adminId } = await createProvider(db, `${mark(key)} Provider`);
  await db.owner(`update person set display_name = $2 where person_id = $1`, [adminId, `${mark(key)} admin`]);
  const name = `${mark(key)} staff`;
  const staff = {
    AGENT: await createStaff(db, providerId, { name }),
    ACCOUNT_MANAGER: await createStaff(db, providerId, { role: 'ACCOUNT_MANAGER', seesConfidential: true, name }),
    PROVIDER_ADMIN: adminId,
  };
  const services = [newId(), newId()];
  for (const [index, id] of services.entries()) await addService(db, providerId, id, index);
  await db.owner(`update service_item set name_ko = name_ko || $2, name_en = name_en || $2 where provider_id = $1`, [
    providerId,
    ` ${mark(key)}`,
  ]);
  const [calendar, team] = [newId(), newId()];
  const words = { name_ko: `${mark(key, 'staff')} 달력`, name_en: `${mark(key, 'staff')} calendar` };
  const document = JSON.stringify({ ...termsFor([]).calendars[0], name: { ko: words.name_ko, en: words.name_en } });
  const of = { provider_id: providerId, calendar_id: calendar, document };
  await put(db, 'calendar_template', { ...of, ...words, zone: 'Asia/Seoul', updated_at: NOW });
  await put(db, 'calendar_template_version', { ...of, version: 1, at: NOW, digest: sha256(document) });
  await put(db, 'team', { provider_id: providerId, team_id: team, name: `${mark(key, 'staff')} team` });
  await put(db, 'team_member', { provider_id: providerId, team_id: team, person_id: staff.AGENT });
  const holiday = { provider_id: providerId, region: 'KR', source: `${mark(key)} source`, known_at: NOW };
  await put(db, 'holiday_revision', { ...holiday, date: '2026-03-02', name_ko: mark(key), name_en: mark(key) });
  await put(db, 'holiday_region', { provider_id: providerId, region: 'KR', source: mark(key), seeded_at: NOW });
  return { providerId, services, calendar, team, staff };
}
