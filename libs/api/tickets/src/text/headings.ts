import type { Language } from '@daylight/domain';

/** Headings of an exported list, in the order of its cells. */
export const EXPORT_HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  ko: [
    ...['번호', '고객사', '유형', '상태', '우선순위', '제목', '서비스', '요청자', '담당자', '접수 경로'],
    ...['접수 일시', '해결 일시', '종료 일시', '처리 기한', '재접수 횟수'],
  ],
  en: [
    ...['Key', 'Client', 'Type', 'Status', 'Priority', 'Subject', 'Service', 'Requester', 'Assignee', 'Channel'],
    ...['Opened', 'Resolved', 'Closed', 'Next due', 'Reopened'],
  ],
};
