// The first provider of an installation (or another one) and its administrator, who sets the password by a link.
import { v7 as newId } from 'uuid';
import { audit, makeLink } from './one-time-link.mjs';
import { AdminRefused } from './options.mjs';

const TAKEN = { provider_slug_key: 'There is a provider with this --slug already.' };

async function run(client, { name, slug, email, person, zone, language }, origin) {
  const providerId = newId();
  const personId = newId();
  const values = [providerId, name, slug, zone, language, personId, email, person];
  await client.query('select provider_create($1, $2, $3, $4, $5, $6, $7, $8)', values).catch((error) => {
    throw TAKEN[error.constraint] === undefined ? error : new AdminRefused(TAKEN[error.constraint]);
  });
  await client.query('select begin_worker_scope($1, null)', [providerId]);
  const link = await makeLink(client, {
    personId,
    purpose: 'INVITATION',
    lifetime: '7 days',
    origin,
    side: 'PROVIDER',
  });
  await audit(client, {
    providerId,
    action: 'provider.create',
    objectType: 'provider',
    objectId: providerId,
    after: { slug, zone, language, adminId: personId },
  });
  return [
    `Created the provider "${name}" with ${person} as its administrator.`,
    'This link sets the password. It works once, for 7 days:',
    '',
    `  ${link}`,
    '',
  ].join('\n');
}

export const createProvider = {
  options: ['name', 'slug', 'email', 'person', 'zone', 'language'],
  usage: '--name=NAME --slug=SLUG --email=E-MAIL --person=NAME --zone=Asia/Seoul --language=ko|en',
  run,
};
