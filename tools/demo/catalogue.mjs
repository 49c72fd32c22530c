// What the provider offers, and the service hours that its contracts start from.
import { createCalendarTemplate, seedHolidays } from '@daylight/api-calendars';
import { createServiceItem } from '@daylight/api-contracts';
import { expect } from './connections.mjs';

const SERVICES = [
  { code: 'SRV', category: 'INFRASTRUCTURE', name: { ko: '서버 운영', en: 'Server operations' } },
  { code: 'NET', category: 'INFRASTRUCTURE', name: { ko: '네트워크 운영', en: 'Network operations' } },
  { code: 'BAK', category: 'INFRASTRUCTURE', name: { ko: '백업·복구', en: 'Backup and restore' } },
  { code: 'CLD', category: 'CLOUD_SECURITY', name: { ko: '클라우드 운영', en: 'Cloud operations' } },
  { code: 'SEC', category: 'CLOUD_SECURITY', name: { ko: '보안 관제', en: 'Security monitoring' } },
  { code: 'ERP', category: 'APPLICATION', name: { ko: 'ERP 운영 지원', en: 'ERP support' } },
  { code: 'WEB', category: 'APPLICATION', name: { ko: '웹 서비스 운영', en: 'Web service operations' } },
  { code: 'CON', category: 'CONSULTING', name: { ko: '기술 자문', en: 'Technical consulting' } },
];

const weekdays = (intervals) => Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, intervals]));
const followed = (region) => ({
  ...{ kind: 'WEEKLY', exceptions: [], breaks: [], fixedHolidays: [] },
  ...{ holidayPolicy: 'FOLLOW_OFFICIAL', holidayRegion: region },
});

/** Service hours by the name under which contracts take them. */
export const HOURS = {
  seoul: {
    ...{ id: 'office', name: { ko: '평일 09:00-18:00', en: 'Weekdays 09:00-18:00' }, zone: 'Asia/Seoul' },
    ...{ weekly: weekdays([{ from: '09:00', to: '18:00' }]), ...followed('KR') },
  },
  seoulLong: {
    ...{ id: 'office', name: { ko: '평일 08:00-20:00', en: 'Weekdays 08:00-20:00' }, zone: 'Asia/Seoul' },
    ...{ weekly: weekdays([{ from: '08:00', to: '20:00' }]), ...followed('KR') },
  },
  stockholm: {
    ...{ id: 'office', name: { ko: '스톡홀름 평일 08:00-17:00', en: 'Stockholm weekdays 08:00-17:00' } },
    ...{ zone: 'Europe/Stockholm', weekly: weekdays([{ from: '08:00', to: '17:00' }]), ...followed('SE') },
  },
};

/** Ids of the services by their codes. */
export async function makeCatalogue(daylight, { people }) {
  return daylight.as(people.minji, async (tx) => {
    for (const region of ['KR', 'SE']) await seedHolidays(tx, region);
    for (const document of Object.values(HOURS))
      expect(await createCalendarTemplate(tx, { document }), 'CalendarTemplateSaved');
    const services = {};
    for (const input of SERVICES) {
      const { serviceItem } = expect(await createServiceItem(tx, input), 'ServiceItemSaved');
      services[input.code] = serviceItem;
    }
    return services;
  });
}
