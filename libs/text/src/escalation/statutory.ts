import type { Language, StatutoryClock, StatutoryDuty } from '@daylight/domain';
import { unreachable } from '@daylight/domain';
import { sayInstantAndZone } from '../explain/instant.js';

/** Stands beside everything that law asks for: whom it binds is for lawyers to say. */
export const CHECK_WITH_COUNSEL = {
  ko: '법적 의무 여부와 기한은 법률 자문을 통해 확인하시기 바랍니다.',
  en: 'Check with counsel whether and by when this is owed.',
} as const;

/** Where a statutory notice stands, in one sentence; instants in `zone`, named. */
export function sayStatutoryClock(
  clock: StatutoryClock,
  duty: StatutoryDuty,
  zone: string,
  language: Language,
): string {
  const due = sayInstantAndZone(clock.dueAt, zone, language);
  const met = clock.metAt === null ? null : sayInstantAndZone(clock.metAt, zone, language);
  const name = duty.name[language];
  return language === 'ko' ? inKorean(clock, name, due, met) : inEnglish(clock, name, due, met);
}

function inKorean({ state }: StatutoryClock, name: string, due: string, met: string | null): string {
  switch (state) {
    case 'RUNNING':
      return `${name}: ${due}까지 이행해야 합니다.`;
    case 'MET':
      return `${name}: 기한 내에 이행했습니다(이행 ${met ?? due}, 기한 ${due}).`;
    case 'BREACHED':
      return met === null
        ? `${name}: 기한이 지났으나 아직 이행하지 않았습니다(기한 ${due}).`
        : `${name}: 기한이 지난 뒤 이행했습니다(이행 ${met}, 기한 ${due}).`;
    default:
      return unreachable(state);
  }
}

function inEnglish({ state }: StatutoryClock, name: string, due: string, met: string | null): string {
  switch (state) {
    case 'RUNNING':
      return `${name}: due by ${due}.`;
    case 'MET':
      return `${name}: done in time on ${met ?? due}, due by ${due}.`;
    case 'BREACHED':
      return met === null ? `${name}: overdue since ${due}.` : `${name}: done late on ${met}, due by ${due}.`;
    default:
      return unreachable(state);
  }
}
