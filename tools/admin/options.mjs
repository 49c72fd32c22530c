// What stands on the command line, checked before a database is touched.
import { parseArgs } from 'node:util';

/** Something that whoever typed the command can act on. */
export class AdminRefused extends Error {}

/** A text as it is stored: trimmed and NFC (a Mac types Korean decomposed). */
const text = (most) => (value) => {
  const normal = value.trim().normalize('NFC');
  if (normal === '') return { fault: 'is empty' };
  return normal.length > most ? { fault: `has more than ${most} characters` } : { value: normal };
};

function email(value) {
  const normal = value.trim().normalize('NFC').toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(normal) && normal.length <= 254
    ? { value: normal }
    : { fault: `is not an e-mail address: ${value}` };
}

function slug(value) {
  return /^[a-z0-9][a-z0-9-]{1,39}$/.test(value)
    ? { value }
    : { fault: `takes 2 to 40 of a-z, 0-9 and -, beginning with a letter or digit: ${value}` };
}

function zone(value) {
  try {
    return { value: new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone && value };
  } catch {
    return { fault: `is not a time zone such as Asia/Seoul: ${value}` };
  }
}

function language(value) {
  return value === 'ko' || value === 'en' ? { value } : { fault: `is ko or en: ${value}` };
}

export const KINDS = { name: text(200), person: text(120), email, slug, zone, language };

/** The options of a command as `{ name: value }`. Throws AdminRefused that names each fault. */
export function readOptions(name, command, args) {
  const wanted = command.options;
  const given = parse(name, command, args);
  const faults = [];
  const options = {};
  for (const option of wanted) {
    const raw = given[option];
    const { value, fault } = raw === undefined ? { fault: 'is missing' } : KINDS[option](raw);
    if (fault === undefined) options[option] = value;
    else faults.push(`  --${option} ${fault}`);
  }
  if (faults.length > 0) throw refusal(name, command, faults.join('\n'));
  return options;
}

function parse(name, command, args) {
  const options = Object.fromEntries(command.options.map((option) => [option, { type: 'string' }]));
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw refusal(name, command, `  ${error.message}`);
  }
}

function refusal(name, { usage }, faults) {
  return new AdminRefused(`${faults}\nUsage: npm run admin -- ${name} ${usage}`);
}
