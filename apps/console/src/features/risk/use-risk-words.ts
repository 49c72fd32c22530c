import { formatDuration, formatMoney } from '@daylight/web-format';
import { useClockName, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { Dot, Lane } from './lanes.js';

/** How a dot and a lane are said, in the picture, its table and to those who hear it. */
export function useRiskWords() {
  const text = useText();
  const language = useLanguage();
  const clockName = useClockName();
  const left = ({ over, leftSeconds }: Dot): string => {
    const time = formatDuration(Math.abs(leftSeconds) * 1_000, language);
    return over ? text('risk.over', { time }) : text('risk.left', { time });
  };
  const clock = ({ ticket }: Dot): string => (ticket.nextDue === null ? '' : clockName(ticket.nextDue.kind));
  const stake = ({ atStake }: Dot): string =>
    atStake === null ? text('risk.stakeUnknown') : formatMoney(atStake, language);
  const owner = ({ ticket }: Dot): string => ticket.assignee?.displayName ?? text('queue.nobody');
  const lane = ({ kind, name }: Lane): string =>
    kind === 'OVER' ? text('risk.lane.over') : (name ?? text('risk.lane.none'));
  const dot = (each: Dot): string => {
    const { key, priority, subject, tenant } = each.ticket;
    return [`${priority} ${key} ${subject}`, tenant.name, `${clock(each)} ${left(each)}`, owner(each)].join(', ');
  };
  return { left, clock, stake, owner, lane, dot };
}
