import { DEFAULT_PRIORITY_MATRIX, type Priority, type Terms, type WaitingRule } from './terms.js';

/** Days in which a client's reply reopens a resolved ticket when no terms say otherwise (domain.md section 4). */
export const DEFAULT_REOPEN_WINDOW_DAYS = 7;

/** Days of silence after which a resolved ticket closes by itself when no terms say otherwise. */
export const DEFAULT_AUTO_CLOSE_DAYS = 7;

/** What a new contract starts from, and what an out-of-contract ticket uses (D-SLA-4): the provider's own suppliers stop nothing. */
export const DEFAULT_WAITING_RULES: readonly WaitingRule[] = [
  {
    reason: 'CLIENT_ANSWER',
    name: { ko: '고객 회신 대기', en: 'Waiting for the client’s answer' },
    status: 'WAITING_ON_CLIENT',
    pauses: ['RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'],
    needsCaseNumber: false,
  },
  {
    reason: 'CLIENT_APPROVAL',
    name: { ko: '고객 승인 대기', en: 'Waiting for the client’s approval' },
    status: 'WAITING_ON_CLIENT',
    pauses: ['RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'],
    needsCaseNumber: false,
  },
  {
    reason: 'CLIENT_SUPPLIER',
    name: { ko: '고객 측 외부 업체 대기', en: 'Waiting for the client’s supplier' },
    status: 'WAITING_ON_THIRD_PARTY',
    pauses: ['RESTORE', 'RESOLUTION'],
    needsCaseNumber: true,
  },
  {
    reason: 'PROVIDER_SUPPLIER',
    name: { ko: '제공사 측 외부 업체 대기', en: 'Waiting for the provider’s own supplier' },
    status: 'WAITING_ON_THIRD_PARTY',
    pauses: [],
    needsCaseNumber: false,
  },
  {
    reason: 'CLIENT_SCHEDULE',
    name: { ko: '고객 요청 일정', en: 'Scheduled as the client asked' },
    status: 'SCHEDULED',
    pauses: ['RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'],
    needsCaseNumber: false,
  },
];

/** Impact or urgency, 1 the gravest. */
export type Grade = 1 | 2 | 3;

const GRADE_COLUMN = { 1: 0, 2: 1, 3: 2 } as const;

/** The priority that impact and urgency mean under the terms, or under the default matrix out of contract (domain.md section 4). */
export function matrixPriority(terms: Pick<Terms, 'priorityMatrix'> | null, impact: Grade, urgency: Grade): Priority {
  const row = GRADE_COLUMN[impact];
  const column = GRADE_COLUMN[urgency];
  const matrix = terms?.priorityMatrix ?? DEFAULT_PRIORITY_MATRIX;
  const priority = matrix[row]?.[column];
  if (priority === undefined) throw new Error(`priority matrix has no cell [${row}][${column}]; terms were not parsed`);
  return priority;
}
