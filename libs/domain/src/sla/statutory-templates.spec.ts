import { STATUTORY_TEMPLATES, statutoryTemplatesFor } from './statutory-templates.js';

/** Who owes what to whom, within which time, counted from knowing unless another duty is named. */
const owed = STATUTORY_TEMPLATES.flatMap(({ id, duties }) =>
  duties.map(({ id: duty, bearer, recipient, term, countsFrom }) => {
    const time =
      term.unit === 'AT_ONCE' ? 'at once' : term.unit === 'HOURS' ? `${term.hours} h` : `${term.months} month`;
    const from = countsFrom === 'AWARENESS' ? '' : ` after ${countsFrom.duty}`;
    return `${id}: ${duty} ${bearer} -> ${recipient} ${time}${from}`;
  }),
);

describe('notices owed by law (check with counsel)', () => {
  test('who owes what to whom stands on one page', () => {
    expect(owed).toEqual([
      'KR_PERSONAL_DATA_LEAK: TELL_CONTROLLER PROCESSOR -> CONTROLLER at once',
      'KR_PERSONAL_DATA_LEAK: NOTIFY_DATA_SUBJECTS CONTROLLER -> DATA_SUBJECTS 72 h',
      'KR_PERSONAL_DATA_LEAK: REPORT_LEAK CONTROLLER -> REGULATOR 72 h',
      'KR_INTRUSION: REPORT_INTRUSION SERVICE_PROVIDER -> REGULATOR 24 h',
      'KR_CLOUD_OUTAGE: TELL_USERS SERVICE_PROVIDER -> USERS at once',
      'EU_GDPR: TELL_CONTROLLER PROCESSOR -> CONTROLLER at once',
      'EU_GDPR: NOTIFY_AUTHORITY CONTROLLER -> REGULATOR 72 h',
      'EU_GDPR: TELL_DATA_SUBJECTS CONTROLLER -> DATA_SUBJECTS at once',
      'EU_NIS2: EARLY_WARNING SERVICE_PROVIDER -> REGULATOR 24 h',
      'EU_NIS2: INCIDENT_NOTIFICATION SERVICE_PROVIDER -> REGULATOR 72 h',
      'EU_NIS2: FINAL_REPORT SERVICE_PROVIDER -> REGULATOR 1 month after INCIDENT_NOTIFICATION',
    ]);
  });

  test('every duty is named in Korean and English', () => {
    for (const { name } of STATUTORY_TEMPLATES.flatMap(({ duties }) => duties)) {
      expect(name.ko).toMatch(/[가-힣]/);
      expect(name.en).toMatch(/[a-z]/);
    }
  });

  test('an event calls for the templates of the jurisdictions that a contract names', () => {
    const ids = (...asked: Parameters<typeof statutoryTemplatesFor>) =>
      statutoryTemplatesFor(...asked).map(({ id }) => id);
    expect(ids('PERSONAL_DATA_LEAK', ['KR', 'EU'])).toEqual(['KR_PERSONAL_DATA_LEAK', 'EU_GDPR']);
    expect(ids('SECURITY_INCIDENT', ['EU'])).toEqual(['EU_NIS2']);
    expect(ids('CLOUD_OUTAGE', ['EU'])).toEqual([]);
  });
});
