// Availability and credit of one period from one document, with the working as text or JSON (docs/sla.md).
import { effectOfDispute, computeStatement, parseCreditDocument } from '@daylight/domain';
import { sayDocumentProblem, sayMinor, sayStatement } from '@daylight/text';
import fs from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

const USAGE = 'Usage: npm run -s sla -- credit FILE.json [--language ko|en] [--json]   (FILE - reads standard input)';
const OPTIONS = { language: { type: 'string' }, json: { type: 'boolean', default: false } };
/** Far more than a year of outages takes. */
const LONGEST = 64 * 1024 * 1024;

const WORDS = {
  dispute: { ko: '이의 제기 시 효과', en: 'Effect of the dispute' },
  unknown: { ko: '제외 항목을 찾을 수 없습니다', en: 'no such exclusion' },
  change: { ko: '금액 변화', en: 'Change of the total' },
};

/** What stands on the command line; null when it can't be understood. */
function readArguments(args) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const language = values.language ?? null;
    if (positionals.length !== 1 || ![null, 'ko', 'en'].includes(language)) return null;
    return { file: positionals[0], language, json: values.json };
  } catch {
    return null;
  }
}

/** `{ value }` or `{ fault }`, a sentence. */
async function readDocument(file, stdin) {
  let content;
  try {
    content = file === '-' ? await text(stdin) : await fs.readFile(file, 'utf8');
  } catch (error) {
    return { fault: `${file}: ${error.message}` };
  }
  if (content.length > LONGEST) return { fault: `${file}: larger than ${LONGEST} characters` };
  try {
    return { value: JSON.parse(content) };
  } catch (error) {
    return { fault: `${file}: no JSON: ${error.message}` };
  }
}

/** Exact fractions as `a/b`, so that the answer keeps what a decimal would lose. */
function exact(_key, value) {
  const isFraction = typeof value?.numerator === 'bigint' && typeof value.denominator === 'bigint';
  return isFraction ? `${value.numerator}/${value.denominator}` : value;
}

function sections(statement, name, language) {
  return sayStatement(statement, name, language)
    .map(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
}

function disputeText(effect, name, language) {
  if (effect.kind !== 'effect') return `${WORDS.dispute[language]}: ${WORDS.unknown[language]} (${effect.id})`;
  const { after, differenceMinor } = effect;
  const currency = after.credit?.currency ?? after.attainment?.credit.currency ?? null;
  const sign = differenceMinor < 0 ? '−' : '+';
  const amount = currency === null ? '0' : `${sign}${sayMinor(Math.abs(differenceMinor), currency, language)}`;
  return `— ${WORDS.dispute[language]} —\n\n${sections(after, name, language)}\n\n${WORDS.change[language]}: ${amount}`;
}

/** `(args, { stdin, stdout, stderr })`: 0 done, 1 the document is bad, 2 the command is. */
export async function credit(args, { stdin, stdout, stderr }) {
  const given = readArguments(args);
  if (given === null) {
    stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { value, fault } = await readDocument(given.file, stdin);
  if (fault !== undefined) {
    stderr.write(`${fault}\n`);
    return 1;
  }
  const parsed = parseCreditDocument(value);
  if (parsed.kind === 'invalid') {
    const asked = value?.language === 'ko' ? 'ko' : 'en';
    for (const problem of parsed.problems) stderr.write(`${sayDocumentProblem(problem, given.language ?? asked)}\n`);
    return 1;
  }
  const language = given.language ?? parsed.document.language ?? 'en';
  const { statement } = computeStatement(parsed.input);
  const disputed = parsed.document.dispute;
  const effect = disputed === undefined ? null : effectOfDispute(parsed.input, disputed);
  if (given.json) stdout.write(`${JSON.stringify({ statement, ...(effect && { dispute: effect }) }, exact, 2)}\n`);
  else {
    const told = sections(statement, parsed.terms.name, language);
    const more = effect === null ? '' : `\n\n${disputeText(effect, parsed.terms.name, language)}`;
    stdout.write(`${told}${more}\n`);
  }
  return 0;
}
