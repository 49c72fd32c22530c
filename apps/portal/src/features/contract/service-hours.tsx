import { useLocal } from '@daylight/web-app';
import { formatLocalDate } from '@daylight/web-format';
import { Panel, Row, Stack, Text, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { ContractsPageQuery } from './generated/contract.js';
import { OpenNow } from './open-now.js';

/** The hours that clocks count in: open now or not, and the closed days ahead. */
export function ServiceHours({ hours }: { readonly hours: ContractsPageQuery['serviceHours'] }) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  if (hours.length === 0) return null;
  return (
    <Panel title={text('hours.title')}>
      <Stack gap="l">
        {hours.map((calendar) => (
          <Stack key={calendar.calendarId} gap="xs">
            <Row justify="between">
              <Text look="strong">{local(calendar.name)}</Text>
              <OpenNow hours={calendar} />
            </Row>
            <Text look="small">{calendar.zone}</Text>
            {calendar.upcomingClosedDays.length === 0 ? null : (
              <Text look="small">
                {text('hours.closedDays', {
                  days: calendar.upcomingClosedDays
                    .map(({ date, name }) => `${formatLocalDate(date, language)} ${local(name)}`)
                    .join(' · '),
                })}
              </Text>
            )}
          </Stack>
        ))}
      </Stack>
    </Panel>
  );
}
