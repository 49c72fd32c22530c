import { DEFAULT_WAITING_RULES } from './defaults.js';
import { DEFAULT_PRIORITY_MATRIX, type Terms } from './terms.js';

/** A small but whole terms document for specs: one service, one policy, office hours in Seoul. Not exported by the lib. */
export const SAMPLE_TERMS: Terms = {
  schema: 1,
  reportingZone: 'Asia/Seoul',
  currency: 'KRW',
  monthlyFeeMinor: 12_000_000,
  services: [
    {
      serviceItemId: 'servers',
      name: { ko: '서버 운영', en: 'Servers' },
      level: 'OPERATE',
      inScope: { ko: '운영 서버', en: 'Production servers' },
      outOfScope: { ko: '', en: '' },
      policyId: 'standard',
    },
  ],
  policies: [
    {
      id: 'standard',
      name: { ko: '표준', en: 'Standard' },
      targets: [
        {
          ...{ id: 'p1-response', clock: 'FIRST_RESPONSE', priority: 'P1', types: [], calendarId: 'office' },
          ...{ amount: { unit: 'MINUTES', minutes: 30 }, warnAtPercent: [50, 75, 90] },
        },
        {
          ...{ id: 'p1-resolution', clock: 'RESOLUTION', priority: 'P1', types: ['INCIDENT'], calendarId: 'office' },
          ...{ amount: { unit: 'BUSINESS_DAYS', days: 1 }, warnAtPercent: [] },
        },
      ],
    },
  ],
  calendars: [
    {
      id: 'office',
      name: { ko: '업무 시간', en: 'Office hours' },
      zone: 'Asia/Seoul',
      kind: 'WEEKLY',
      weekly: { mon: [{ from: '09:00', to: '18:00' }], tue: [{ from: '09:00', to: '18:00' }] },
      exceptions: [],
      breaks: [],
      holidayPolicy: 'FOLLOW_OFFICIAL',
      holidayRegion: 'KR',
      fixedHolidays: [],
    },
  ],
  priorityMatrix: DEFAULT_PRIORITY_MATRIX,
  responseMetBy: ['PUBLIC_REPLY', 'LOGGED_CALL'],
  waiting: DEFAULT_WAITING_RULES,
  reopenWindowDays: 7,
  autoCloseDays: 7,
  responsibilities: [
    {
      ...{ activity: { ko: '백업', en: 'Backup' }, accountable: 'PROVIDER', responsible: ['PROVIDER'] },
      ...{ consulted: ['CLIENT'], informed: [] },
    },
  ],
  kpiTargets: [
    { kpi: 'SLA_ATTAINMENT', clock: 'FIRST_RESPONSE', side: 'PROVIDER', comparison: 'AT_LEAST', value: 9_950 },
  ],
  renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 60 },
};
