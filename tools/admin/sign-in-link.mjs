// A way back in: a link for somebody who lost the password or the invitation while no mail can be sent.
import { audit, makeLink } from './one-time-link.mjs';
import { AdminRefused } from './options.mjs';

const PERSON = `select p.person_id, p.side, p.status, p.display_name from person p where p.provider_id = $1 and p.email = $2`;

async function run(client, { slug, email }, origin) {
  const { rows: providers } = await client.query('select provider_by_slug($1) as provider_id', [slug]);
  const providerId = providers[0].provider_id;
  if (providerId === null) throw new AdminRefused(`There is no provider with the slug ${slug}.`);
  await client.query('select begin_worker_scope($1, null)', [providerId]);
  const { rows } = await client.query(PERSON, [providerId, email]);
  const [person] = rows;
  if (person === undefined) throw new AdminRefused(`Nobody at ${slug} has the address ${email}.`);
  if (person.status === 'DEACTIVATED')
    throw new AdminRefused(`${person.display_name} is deactivated; an administrator can change that in the console.`);
  const purpose = person.status === 'INVITED' ? 'INVITATION' : 'PASSWORD_RESET';
  const link = await makeLink(client, {
    personId: person.person_id,
    purpose,
    lifetime: '2 hours',
    origin,
    side: person.side,
  });
  const object = { objectType: 'person', objectId: person.person_id };
  await audit(client, { providerId, action: 'person.link-by-command-line', ...object, after: { purpose } });
  return [
    `This link lets ${person.display_name} set a password. It works once, for 2 hours:`,
    '',
    `  ${link}`,
    '',
  ].join('\n');
}

export const signInLink = { options: ['slug', 'email'], usage: '--slug=SLUG --email=E-MAIL', run };
