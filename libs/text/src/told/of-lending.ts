import type { Language, LocalDate } from '@daylight/domain';

/** An authority that was lent: by whom, and its days in the company's zone, the last one included. */
export interface LentApprovals {
  readonly byName: string;
  readonly from: LocalDate | string;
  readonly until: LocalDate | string;
}

/** What a delegate is told, complete in one sentence. */
export function sayLentApprovals({ byName, from, until }: LentApprovals, language: Language): string {
  return language === 'ko'
    ? `${byName} 님이 ${from}부터 ${until}까지 승인 권한을 위임했습니다.`
    : `${byName} lent you their approvals from ${from} up to and including ${until}.`;
}
