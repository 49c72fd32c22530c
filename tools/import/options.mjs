// What stands on the command line, checked before a database is touched.
import fs from 'node:fs';
import { parseArgs } from 'node:util';

/** Something that whoever typed the command can act on. */
export class ImportRefused extends Error {}

const USAGE =
  'npm run import -- --tenant ID --mapping FILE.json FILE.csv[.gz|.xz] [--dry-run] [--as E-MAIL] [--errors FILE.csv] [--language ko|en]';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const options = {
  tenant: { type: 'string' },
  mapping: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  as: { type: 'string' },
  errors: { type: 'string' },
  language: { type: 'string', default: 'en' },
};

function readJson(file) {
  let text;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new ImportRefused(`The mapping can't be read: ${error.message}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportRefused(`The mapping ${file} is no JSON: ${error.message}`);
  }
}

/** `{ tenantId, mapping, file, dryRun, as, errors, language }`. Throws ImportRefused that names each fault. */
export function readOptions(args) {
  let given;
  try {
    given = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new ImportRefused(`${error.message}\nUsage: ${USAGE}`);
  }
  const { values, positionals } = given;
  const faults = [];
  if (values.tenant === undefined) faults.push('--tenant is missing');
  else if (!UUID.test(values.tenant)) faults.push(`--tenant takes a client's id: ${values.tenant}`);
  if (values.mapping === undefined) faults.push('--mapping is missing');
  if (!['ko', 'en'].includes(values.language)) faults.push(`--language is ko or en: ${values.language}`);
  if (positionals.length !== 1) faults.push('name one file to import');
  else if (!fs.existsSync(positionals[0])) faults.push(`there is no file ${positionals[0]}`);
  if (faults.length > 0) throw new ImportRefused(`${faults.join('\n')}\nUsage: ${USAGE}`);
  return {
    tenantId: values.tenant,
    mapping: readJson(values.mapping),
    file: positionals[0],
    dryRun: values['dry-run'],
    as: values.as?.trim().toLowerCase() ?? null,
    errors: values.errors ?? null,
    language: values.language,
  };
}
