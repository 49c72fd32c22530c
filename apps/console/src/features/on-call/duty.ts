import { HAND_OVER_GRACE_MS } from '@daylight/domain';

interface Shift {
  readonly personId: string;
  readonly from: string;
  readonly to: string;
}

/** Whether somebody is on call, or was until so short a while ago that there may be something to hand over. */
export const isOnDuty = (shifts: readonly Shift[], personId: string, now: number): boolean =>
  shifts.some(
    (shift) =>
      shift.personId === personId && Date.parse(shift.from) <= now && now < Date.parse(shift.to) + HAND_OVER_GRACE_MS,
  );
