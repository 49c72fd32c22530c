const CASE =
  /^(case|ticket|incident|request|number|id|key|sr)([ _:.-]?(id|no|number|key|concept:name))?$|trace:concept:name|case:concept:name|번호|접수번호/i;
const TIME =
  /time:timestamp|timestamp|^(date[ _-]?)?time$|(changed?|opened|created|updated)[ _-]?(at|on|date)|일시|시각|date|_at$/i;
const STATUS = /lifecycle:transition|status|state|상태|concept:name|activity/i;
const TITLE = /subject|title|summary|제목|product/i;

const pick = (
  header: readonly string[],
  pattern: RegExp,
  not: readonly (string | undefined)[] = [],
): string | undefined => header.find((name) => pattern.test(name) && !not.includes(name));

/**
 * A mapping to start from, guessed from names of columns; null without a case and a time. Every value of the status column
 * seen in the sample becomes a step that means nothing yet ("NOTE"): what an entry means is for a person to say.
 */
export function suggestMapping(
  {
    columns: header,
    rows,
    delimiter,
  }: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly delimiter: string;
  },
  firstService: string | null,
): unknown {
  const caseColumn = pick(header, CASE) ?? header[0];
  const at = pick(header, TIME, [caseColumn]);
  if (caseColumn === undefined || at === undefined) return null;
  const status = pick(header, STATUS, [caseColumn, at]);
  const title = pick(header, TITLE, [caseColumn, at, status]);
  const index = status === undefined ? -1 : header.indexOf(status);
  const values = [...new Set(rows.flatMap((row) => row[index] ?? []))].filter((value) => value !== '');
  return {
    name: 'Import',
    source: 'EVENT_LOG',
    ...(delimiter === ',' ? {} : { delimiter }),
    case: caseColumn,
    at,
    unmatched: 'NOTE',
    ticket: {
      subject: title === undefined ? `{${caseColumn}}` : `{${title}} ({${caseColumn}})`,
      type: { value: 'INCIDENT' },
      service: { value: firstService ?? '' },
      impact: { value: 2 },
      urgency: { value: 2 },
    },
    steps:
      status === undefined
        ? [{ when: {}, is: ['NOTE'] }]
        : values.map((value) => ({ when: { [status]: value }, is: ['NOTE'] })),
  };
}
