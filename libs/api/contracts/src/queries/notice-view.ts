import { personName, type PersonNameView } from '@daylight/api-calendars';
import { noticeEffect, type ContractParty, type Instant, type LocalDate, type NoticeEffect } from '@daylight/domain';
import { dated, lastDateBefore, type VersionDates } from '../term.js';

/** What a version's row says of notice; all null: none was given. */
export interface NoticeColumns {
  readonly noticeAt: Instant | null;
  readonly noticeParty: ContractParty | null;
  readonly noticeBy: string | null;
  readonly noticeBehalf: string | null;
  readonly noticeReason: string | null;
  readonly noticeName: string | null;
  readonly noticeBehalfName: string | null;
}

/** `ContractNoticeEffect` of the schema. */
export interface NoticeEffectView {
  readonly endsOn: LocalDate;
  readonly noticeBy: LocalDate | null;
  readonly inTime: boolean;
}

/** `ContractNotice` of the schema. */
export interface NoticeView {
  readonly party: ContractParty;
  readonly person: PersonNameView | null;
  readonly onBehalfOf: PersonNameView | null;
  readonly at: Instant;
  readonly reason: string;
  readonly effect: NoticeEffectView;
}

/** What notice given at an instant brings or brought; null: the version ends anyway, or was never agreed. */
export function effectAt(version: VersionDates, at: Instant): NoticeEffect | null {
  if (version.state !== 'AGREED') return null;
  // What was asked is what notice brings by itself, not what it has brought.
  const untouched =
    version.noticeAt === null ? dated(version) : { ...dated(version), noticeGivenAt: null, endedAt: null };
  return noticeEffect(untouched, at);
}

function effectView(zone: string, { end, noticeBy, inTime }: NoticeEffect): NoticeEffectView {
  return {
    endsOn: lastDateBefore(zone, end),
    noticeBy: noticeBy === null ? null : lastDateBefore(zone, noticeBy),
    inTime,
  };
}

/** What notice given now would bring. */
export function noticeNow(version: VersionDates, now: Instant): NoticeEffectView | null {
  const effect = version.noticeAt === null ? effectAt(version, now) : null;
  return effect === null ? null : effectView(version.zone, effect);
}

/** The notice that was given, with what it brings; null once another agreement took its place before the end. */
export function noticeView(row: VersionDates & NoticeColumns): NoticeView | null {
  const { noticeAt: at, noticeParty: party, noticeReason: reason, zone } = row;
  const effect = at === null ? null : effectAt(row, at);
  if (at === null || party === null || reason === null || effect === null) return null;
  if (row.effectiveTo !== effect.end) return null;
  return {
    party,
    person: personName(row.noticeBy, row.noticeName, party),
    onBehalfOf: personName(row.noticeBehalf, row.noticeBehalfName, 'CLIENT'),
    ...{ at, reason, effect: effectView(zone, effect) },
  };
}
