import type { StatutoryTemplate } from './statutory.js';

const WARN = [50, 75, 90] as const;
const knownAtOnce = { term: { unit: 'AT_ONCE' }, countsFrom: 'AWARENESS', warnAtPercent: [] } as const;
const within = (hours: number) =>
  ({ term: { unit: 'HOURS', hours }, countsFrom: 'AWARENESS', warnAtPercent: WARN }) as const;

/**
 * Notices owed by law, as data to copy and to change. Checked against public sources of 2024 to 2026; laws change (bills to
 * shorten Korea's 72 hours to 24 have been introduced), and whom they bind, from which size on, and what counts as knowing
 * is for counsel to say. Sources:
 * - Korea, Personal Information Protection Act (PIPA), article 34(1) and (3), Enforcement Decree articles 39 and 40:
 *   data subjects and the PIPC or KISA within 72 hours of knowing of a leak.
 * - Korea, Act on Promotion of Information and Communications Network Utilization (Network Act), article 48-3, Enforcement
 *   Decree article 58-2: the MSIT or KISA within 24 hours of knowing of an intrusion; a supplement within 24 hours of each
 *   further fact (a new start for each, so not a clock of its own here).
 * - Korea, Cloud Computing Act, article 25(1), Enforcement Decree article 16: users without delay.
 * - EU, Regulation 2016/679 (GDPR), articles 33(1), 33(2) and 34(1).
 * - EU, Directive 2022/2555 (NIS2), article 23(4): 24 hours, 72 hours, one month after the notification.
 */
export const STATUTORY_TEMPLATES: readonly StatutoryTemplate[] = [
  {
    id: 'KR_PERSONAL_DATA_LEAK',
    jurisdiction: 'KR',
    name: { ko: '개인정보 유출 통지·신고', en: 'Personal data leak (Korea)' },
    trigger: 'PERSONAL_DATA_LEAK',
    checkWithCounsel: true,
    duties: [
      {
        id: 'TELL_CONTROLLER',
        name: { ko: '위탁자(고객사)에 즉시 통보', en: 'Tell the client, who is the controller, at once' },
        bearer: 'PROCESSOR',
        recipient: 'CONTROLLER',
        ...knownAtOnce,
        source: 'PIPA art. 26, 34',
      },
      {
        id: 'NOTIFY_DATA_SUBJECTS',
        name: { ko: '정보주체 통지', en: 'Notify the data subjects' },
        bearer: 'CONTROLLER',
        recipient: 'DATA_SUBJECTS',
        ...within(72),
        source: 'PIPA art. 34(1); Enforcement Decree art. 39',
      },
      {
        id: 'REPORT_LEAK',
        name: { ko: '개인정보보호위원회·한국인터넷진흥원 신고', en: 'Report to the PIPC or KISA' },
        bearer: 'CONTROLLER',
        recipient: 'REGULATOR',
        ...within(72),
        source: 'PIPA art. 34(3); Enforcement Decree art. 40',
      },
    ],
  },
  {
    id: 'KR_INTRUSION',
    jurisdiction: 'KR',
    name: { ko: '침해사고 신고', en: 'Intrusion (Korea)' },
    trigger: 'SECURITY_INCIDENT',
    checkWithCounsel: true,
    duties: [
      {
        id: 'REPORT_INTRUSION',
        name: { ko: '과학기술정보통신부·한국인터넷진흥원 최초 신고', en: 'First report to the MSIT or KISA' },
        bearer: 'SERVICE_PROVIDER',
        recipient: 'REGULATOR',
        ...within(24),
        source: 'Network Act art. 48-3; Enforcement Decree art. 58-2',
      },
    ],
  },
  {
    id: 'KR_CLOUD_OUTAGE',
    jurisdiction: 'KR',
    name: { ko: '클라우드 서비스 중단 통지', en: 'Cloud service outage (Korea)' },
    trigger: 'CLOUD_OUTAGE',
    checkWithCounsel: true,
    duties: [
      {
        id: 'TELL_USERS',
        name: { ko: '이용자에게 중단 사실 통지', en: 'Tell the users of the outage' },
        bearer: 'SERVICE_PROVIDER',
        recipient: 'USERS',
        ...knownAtOnce,
        source: 'Cloud Computing Act art. 25(1)3; Enforcement Decree art. 16',
      },
    ],
  },
  {
    id: 'EU_GDPR',
    jurisdiction: 'EU',
    name: { ko: '개인정보 침해 통지(GDPR)', en: 'Personal data breach (GDPR)' },
    trigger: 'PERSONAL_DATA_LEAK',
    checkWithCounsel: true,
    duties: [
      {
        id: 'TELL_CONTROLLER',
        name: { ko: '컨트롤러(고객사)에 지체 없이 통보', en: 'Tell the client, who is the controller, without delay' },
        bearer: 'PROCESSOR',
        recipient: 'CONTROLLER',
        ...knownAtOnce,
        source: 'GDPR art. 33(2)',
      },
      {
        id: 'NOTIFY_AUTHORITY',
        name: { ko: '감독기관 신고', en: 'Notify the supervisory authority' },
        bearer: 'CONTROLLER',
        recipient: 'REGULATOR',
        ...within(72),
        source: 'GDPR art. 33(1)',
      },
      {
        id: 'TELL_DATA_SUBJECTS',
        name: { ko: '정보주체 통지(고위험 시)', en: 'Tell the data subjects, where the risk is high' },
        bearer: 'CONTROLLER',
        recipient: 'DATA_SUBJECTS',
        ...knownAtOnce,
        source: 'GDPR art. 34(1)',
      },
    ],
  },
  {
    id: 'EU_NIS2',
    jurisdiction: 'EU',
    name: { ko: '중대 사고 보고(NIS2)', en: 'Significant incident (NIS2)' },
    trigger: 'SECURITY_INCIDENT',
    checkWithCounsel: true,
    duties: [
      {
        id: 'EARLY_WARNING',
        name: { ko: '조기 경보', en: 'Early warning' },
        bearer: 'SERVICE_PROVIDER',
        recipient: 'REGULATOR',
        ...within(24),
        source: 'NIS2 art. 23(4)(a)',
      },
      {
        id: 'INCIDENT_NOTIFICATION',
        name: { ko: '사고 통지', en: 'Incident notification' },
        bearer: 'SERVICE_PROVIDER',
        recipient: 'REGULATOR',
        ...within(72),
        source: 'NIS2 art. 23(4)(b)',
      },
      {
        id: 'FINAL_REPORT',
        name: { ko: '최종 보고서', en: 'Final report' },
        bearer: 'SERVICE_PROVIDER',
        recipient: 'REGULATOR',
        term: { unit: 'MONTHS', months: 1 },
        countsFrom: { duty: 'INCIDENT_NOTIFICATION' },
        warnAtPercent: WARN,
        source: 'NIS2 art. 23(4)(d)',
      },
    ],
  },
];

/** The templates for an event in the jurisdictions that a contract names. */
export function statutoryTemplatesFor(
  trigger: StatutoryTemplate['trigger'],
  jurisdictions: readonly string[],
): readonly StatutoryTemplate[] {
  return STATUTORY_TEMPLATES.filter(
    (template) => template.trigger === trigger && jurisdictions.includes(template.jurisdiction),
  );
}
