import { statement, type Tx } from '@daylight/api-database';
import type { LocalizedText } from '@daylight/domain';

const PEOPLE = statement<{ person_id: string; email: string; display_name: string; side: string }>(
  'import-people',
  `select p.person_id, p.email, p.display_name, p.side from person p
   where p.provider_id = $1 and p.status <> 'DEACTIVATED'
     and (p.side = 'PROVIDER' or exists (select 1 from tenant_membership m
       where m.provider_id = p.provider_id and m.tenant_id = $2 and m.person_id = p.person_id))`,
);
const SERVICES = statement<{ service_item_id: string; code: string; name_ko: string; name_en: string }>(
  'import-services',
  'select service_item_id, code, name_ko, name_en from service_item where provider_id = $1',
);

/** Whom and what a file may name: people by e-mail or (if only one has it) by name, services by code. */
export interface Names {
  staff(name: string): string | null;
  client(name: string): string | null;
  service(code: string): { readonly id: string; readonly name: LocalizedText } | null;
}

function byName(
  rows: readonly { readonly person_id: string; readonly email: string; readonly display_name: string }[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const { person_id, display_name } of rows) {
    if (found.has(display_name)) twice.add(display_name);
    found.set(display_name, person_id);
  }
  for (const name of twice) found.delete(name);
  for (const { person_id, email } of rows) found.set(email, person_id);
  return found;
}

/** Loads all names once per run: a tenant has hundreds of people, a file may have millions of rows. */
export async function loadNames(tx: Tx, tenantId: string): Promise<Names> {
  const [people, services] = await Promise.all([
    tx.query(PEOPLE, [tx.scope.providerId, tenantId]),
    tx.query(SERVICES, [tx.scope.providerId]),
  ]);
  const staff = byName(people.filter(({ side }) => side === 'PROVIDER'));
  const clients = byName(people.filter(({ side }) => side === 'CLIENT'));
  const codes = new Map(
    services.map((row) => [row.code, { id: row.service_item_id, name: { ko: row.name_ko, en: row.name_en } }]),
  );
  const lookUp = (map: ReadonlyMap<string, string>) => (name: string) =>
    map.get(name) ?? map.get(name.trim().toLowerCase()) ?? null;
  return { staff: lookUp(staff), client: lookUp(clients), service: (code) => codes.get(code) ?? null };
}
