import type { KpiKey } from '@daylight/domain';
import { APPROVAL_WORDS } from './approval-words.js';
import { percentiles, words, type KpiWords } from './said.js';

const [responseP50, responseP90] = percentiles('TIMES', ['최초 응답 시간', 'First response time'], ([ko, en]) => [
  `기간 내 최초 응답이 이루어진 건에서, 접수부터 응답까지 사용한 서비스 시간의 ${ko}입니다.`,
  `The ${en} of the working time used up to first response, over responses given in the period.`,
]);
const [restoreP50, restoreP90] = percentiles('TIMES', ['서비스 복구 시간', 'Time to restore'], ([ko, en]) => [
  `기간 내 복구된 장애에서, 접수부터 서비스 복구까지 실제로 경과한 시간의 ${ko}입니다.`,
  `The ${en} of the wall-clock time from opening to restoration, over incidents restored in the period.`,
]);
const [resolveP50, resolveP90] = percentiles('TIMES', ['해결 시간', 'Time to resolve'], ([ko, en]) => [
  `기간 내 해결된 건에서, 접수부터 해결까지 사용한 서비스 시간(대기 제외)의 ${ko}입니다.`,
  `The ${en} of the working time used up to resolution, agreed waiting excluded, over tickets resolved in the period.`,
]);
const [replyP50, replyP90] = percentiles('CLIENT', ['고객사 회신 시간', 'Client reply time'], ([ko, en]) => [
  `제공사의 질문부터 고객사의 회신까지 실제로 경과한 시간의 ${ko}입니다(기간 내 회신 기준).`,
  `The ${en} of the wall-clock time from the provider's question to the client's answer, over answers given in the period.`,
]);

/** Tickets that waited when the period ended, by how long. */
function pausedWords([ko, en]: readonly [ko: string, en: string]): KpiWords {
  return words(
    ['CLOCKS', 'NONE'],
    [`대기 중 ${ko}`, `Paused ${en}`],
    [
      `기간 말에 대기 상태(고객 회신·외부 업체·일정 협의)이던 계약 대상 건 중, 그 대기가 ${ko}인 건수입니다. 기간 말까지 판정되지 않아 준수율에 아직 반영되지 않은 건이 포함될 수 있습니다.`,
      `Tickets of the contract that waited on the client, a third party or an agreed date when the period ended, for ${en}. What isn't judged yet isn't part of attainment.`,
    ],
  );
}

/** Names and definitions of figures; `libs/domain` kpi/definitions.ts says the same in rules. */
export const KPI_WORDS: Readonly<Record<KpiKey, KpiWords>> = {
  SLA_ATTAINMENT: words(
    ['ATTAINMENT', 'UP'],
    ['SLA 준수율', 'SLA attainment'],
    [
      '기간 내에 준수 또는 미준수로 판정된 건 중 준수한 건의 비율입니다. 판정이 없으면 데이터 없음으로 표시합니다.',
      'The share kept among those judged, kept or missed, in the period. Without a verdict there is no data.',
    ],
  ),
  SLA_ATTAINMENT_IF_CONCEDED: words(
    ['ATTAINMENT', 'UP'],
    ['이의 인정 시 SLA 준수율', 'SLA attainment if conceded'],
    [
      '고객사가 이의를 제기한 대기 시간을 모두 산입할 경우의 준수율입니다. 이의가 처리될 때까지 함께 표시합니다.',
      'Attainment if all waiting that the client contests counted. Shown beside the other figure until that is settled.',
    ],
  ),
  ON_TIME_REQUESTS: words(
    ['ATTAINMENT', 'UP'],
    ['서비스 요청 적기처리율', 'Requests on time'],
    [
      '기간 내에 판정된 서비스 요청 중 약속한 날짜까지 처리한 건의 비율입니다.',
      'The share of service requests done by the agreed date, among those judged in the period.',
    ],
  ),
  CLOCKS_CANCELLED: words(
    ['CLOCKS', 'NONE'],
    ['판정 없이 취소', 'Cancelled unjudged'],
    [
      '기간 내에 티켓이 취소되어 판정 없이 끝난 SLA 건수입니다. 준수율에 포함하지 않습니다.',
      'Clocks that ended without a verdict since their ticket was cancelled in the period. Not part of attainment.',
    ],
  ),
  CLOCKS_MERGED: words(
    ['CLOCKS', 'NONE'],
    ['판정 없이 병합', 'Merged unjudged'],
    [
      '기간 내에 티켓이 병합되어 판정 없이 끝난 SLA 건수입니다. 준수율에 포함하지 않습니다.',
      'Clocks that ended without a verdict since their ticket was merged in the period. Not part of attainment.',
    ],
  ),
  OPEN_OVERDUE: words(
    ['CLOCKS', 'DOWN'],
    ['기한 초과 미처리', 'Open and overdue'],
    [
      '기한을 넘겼고 기간 말에 아직 처리 중이던 SLA 건수입니다.',
      'Clocks missed before the end of the period whose ticket was still unfinished then.',
    ],
  ),
  CONTESTED: words(
    ['CLOCKS', 'NONE'],
    ['이의 제기', 'Contested'],
    [
      '고객사가 대기 시간에 이의를 제기한, 기간 내 판정 건수입니다.',
      'Clocks judged in the period whose waiting time the client contests.',
    ],
  ),
  PAUSED_UNDER_1_DAY: pausedWords(['1일 미만', 'under 1 day']),
  PAUSED_1_TO_7_DAYS: pausedWords(['1~7일', '1 to 7 days']),
  PAUSED_7_TO_30_DAYS: pausedWords(['7~30일', '7 to 30 days']),
  PAUSED_OVER_30_DAYS: pausedWords(['30일 이상', '30 days or more']),
  FIRST_RESPONSE_TIME_P50: responseP50,
  FIRST_RESPONSE_TIME_P90: responseP90,
  ACKNOWLEDGE_TIME_MEAN: words(
    ['TIMES', 'DOWN'],
    ['평균 접수 확인 시간', 'Mean time to acknowledge'],
    [
      '기간 내에 접수된 건에서, 접수부터 담당자 확인까지 실제로 경과한 시간의 평균입니다.',
      'The mean wall-clock time from opening to acknowledgement, over tickets opened in the period.',
    ],
  ),
  NEVER_ACKNOWLEDGED: words(
    ['TIMES', 'DOWN'],
    ['미확인 비율', 'Never acknowledged'],
    [
      '기간 내에 접수된 건 중 기간 말까지 확인되지 않은 건의 비율입니다.',
      'The share of tickets opened in the period that were not acknowledged before its end.',
    ],
  ),
  RESTORE_TIME_P50: restoreP50,
  RESTORE_TIME_P90: restoreP90,
  RESOLVE_TIME_P50: resolveP50,
  RESOLVE_TIME_P90: resolveP90,
  CLIENT_REPLY_TIME_P50: replyP50,
  CLIENT_REPLY_TIME_P90: replyP90,
  ...APPROVAL_WORDS,
  REOPEN_RATE: words(
    ['QUALITY', 'DOWN'],
    ['재접수율', 'Reopen rate'],
    [
      '기간 내에 해결된 건 중 기간 말까지 다시 접수된 건의 비율입니다.',
      'The share of tickets resolved in the period that were reopened before its end.',
    ],
  ),
  FIRST_CONTACT_RESOLUTION: words(
    ['QUALITY', 'UP'],
    ['1차 해결률', 'First-contact resolution'],
    [
      '기간 내에 해결된 건 중 7일 안에 재문의가 없고 담당자가 바뀌지 않은 건의 비율입니다.',
      'The share of tickets resolved in the period without a second word from the client within 7 days and without a hand-over.',
    ],
  ),
  CHANGE_SUCCESS: words(
    ['QUALITY', 'UP'],
    ['변경 성공률', 'Change success'],
    [
      '기간 내에 해결되어 작업 결과가 기록된 변경 중 계획대로 완료된 건의 비율입니다. 일부 문제 발생·원복·실패는 성공으로 보지 않으며, 결과가 기록되지 않은 건은 따로 셉니다.',
      'The share carried out as planned, among changes resolved in the period of which it is known how they went. With issues, rolled back or failed is no success; unknown ones are counted apart.',
    ],
  ),
  SATISFACTION: words(
    ['QUALITY', 'UP'],
    ['고객 만족도', 'Client satisfaction'],
    [
      '기간 내에 고객이 남긴 평가(5점 만점) 중 4점 이상인 건의 비율입니다. 응답률과 함께 보아야 합니다.',
      'The share of 4 or 5 among the ratings (1 to 5) that clients gave in the period. To be read with the response rate.',
    ],
  ),
  SURVEY_RESPONSE: words(
    ['QUALITY', 'UP'],
    ['만족도 응답률', 'Survey response rate'],
    [
      '기간 내에 처음 해결된 고객 요청 건 중 기간 말까지 평가를 남긴 건의 비율입니다.',
      'The share rated before the end of the period, among tickets of client people that were first resolved in it.',
    ],
  ),
  OPENED: words(
    ['FLOW', 'NONE'],
    ['접수', 'Opened'],
    ['기간 내에 접수된 건수입니다.', 'Tickets opened in the period.'],
  ),
  RESOLVED: words(
    ['FLOW', 'NONE'],
    ['해결', 'Resolved'],
    [
      '기간 내의 해결 건수입니다. 두 번 해결된 건은 두 번 셉니다.',
      'Resolutions in the period; a ticket resolved twice counts twice.',
    ],
  ),
  REOPENED: words(
    ['FLOW', 'DOWN'],
    ['재접수', 'Reopened'],
    ['기간 내에 다시 접수된 건수입니다.', 'Tickets reopened in the period.'],
  ),
  CANCELLED: words(
    ['FLOW', 'NONE'],
    ['취소', 'Cancelled'],
    ['기간 내에 취소된 건수입니다.', 'Tickets cancelled in the period.'],
  ),
  MERGED: words(
    ['FLOW', 'NONE'],
    ['병합', 'Merged'],
    ['기간 내에 다른 건으로 병합된 건수입니다.', 'Tickets merged into another one in the period.'],
  ),
  BACKLOG_START: words(
    ['BACKLOG', 'NONE'],
    ['기간 초 미처리', 'Backlog at the start'],
    ['기간이 시작될 때 처리가 끝나지 않은 건수입니다.', 'Tickets unfinished when the period began.'],
  ),
  BACKLOG_END: words(
    ['BACKLOG', 'DOWN'],
    ['기간 말 미처리', 'Backlog at the end'],
    ['기간이 끝날 때 처리가 끝나지 않은 건수입니다.', 'Tickets unfinished when the period ended.'],
  ),
  AGE_UNDER_1_DAY: words(
    ['BACKLOG', 'NONE'],
    ['미처리 1일 미만', 'Open under 1 day'],
    ['기간 말 미처리 건 중 접수 후 1일 미만인 건수입니다.', 'Unfinished at the end of the period for less than 1 day.'],
  ),
  AGE_1_TO_7_DAYS: words(
    ['BACKLOG', 'NONE'],
    ['미처리 1~7일', 'Open 1 to 7 days'],
    [
      '기간 말 미처리 건 중 접수 후 1일 이상 7일 미만인 건수입니다.',
      'Unfinished at the end of the period for 1 day or more, less than 7.',
    ],
  ),
  AGE_7_TO_30_DAYS: words(
    ['BACKLOG', 'DOWN'],
    ['미처리 7~30일', 'Open 7 to 30 days'],
    [
      '기간 말 미처리 건 중 접수 후 7일 이상 30일 미만인 건수입니다.',
      'Unfinished at the end of the period for 7 days or more, less than 30.',
    ],
  ),
  AGE_OVER_30_DAYS: words(
    ['BACKLOG', 'DOWN'],
    ['미처리 30일 이상', 'Open 30 days or more'],
    [
      '기간 말 미처리 건 중 접수 후 30일 이상인 건수입니다.',
      'Unfinished at the end of the period for 30 days or more.',
    ],
  ),
  VOLUME_OUT_OF_CONTRACT: words(
    ['VOLUME', 'NONE'],
    ['계약 범위 외', 'Out of contract'],
    [
      '기간 내에 접수된 건 중 적용할 계약이 없던 건수입니다. SLA를 적용하지 않습니다.',
      'Tickets opened in the period with no contract in force for their service; they run without clocks.',
    ],
  ),
  VOLUME_CONFIDENTIAL: words(
    ['VOLUME', 'NONE'],
    ['비공개', 'Confidential'],
    [
      '기간 내에 접수된 비공개 건수입니다. 수치에는 포함됩니다.',
      'Confidential tickets opened in the period; they count in every figure.',
    ],
  ),
};
