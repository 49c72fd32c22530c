import type { CalendarDocument } from '@daylight/domain';
import { Stack, Text } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { useRegionName } from './calendar-fields.js';
import { weekRuns } from './hours.js';

/** Service hours in a few words: "월–금 09:00–18:00, 대한민국 공휴일 제외, Asia/Seoul". */
export function CalendarWords({ document }: { readonly document: CalendarDocument }) {
  const text = useText();
  const regionName = useRegionName();
  if (document.kind === 'ALWAYS')
    return (
      <Stack gap="xs">
        <span>{text('calendar.kind.ALWAYS')}</span>
        <Text look="small">{document.zone}</Text>
      </Stack>
    );
  const days = (from: string, to: string): string => (from === to ? from : `${from}–${to}`);
  const runs = weekRuns(document.weekly).map(
    ({ from, to, intervals }) =>
      `${days(text(`calendar.day.${from}`), text(`calendar.day.${to}`))} ${intervals.map((hours) => `${hours.from}–${hours.to}`).join(', ')}`,
  );
  const holidays =
    document.holidayPolicy === 'FOLLOW_OFFICIAL' && document.holidayRegion !== null
      ? text('calendar.closedOn', { region: regionName(document.holidayRegion) })
      : text(`calendar.holidays.${document.holidayPolicy}`);
  const others = document.exceptions.length + document.breaks.length;
  return (
    <Stack gap="xs">
      <span className="dl-number">{runs.join(' · ')}</span>
      <Text look="small">
        {[holidays, ...(others > 0 ? [text('calendar.others', { count: others })] : []), document.zone].join(' · ')}
      </Text>
    </Stack>
  );
}
