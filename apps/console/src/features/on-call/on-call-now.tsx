import { Facts, Panel, Text } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { OnCallPlanQuery } from './generated/on-call.js';
import { Stretch } from './two-times.js';
import { after, at } from './week.js';

interface OnCallNowProps {
  readonly today: NonNullable<OnCallPlanQuery['today']>;
  readonly zone: string;
  readonly now: number;
}

/** Who is on call now and until when, and who takes over; nobody is said in so many words. */
export function OnCallNow({ today, zone, now }: OnCallNowProps) {
  const text = useText();
  const current = at(today.final, now);
  const next = after(today.final, now);
  return (
    <Panel title={text('onCall.now')}>
      <Facts
        items={[
          {
            term: text('onCall.now.who'),
            value:
              current === null ? (
                <strong style={{ color: 'var(--dl-danger)' }}>{text('onCall.gap')}</strong>
              ) : (
                <>
                  <strong>{current.personName}</strong>{' '}
                  <Text look="small">
                    <Stretch from={current.from} to={current.to} zone={zone} />
                  </Text>
                </>
              ),
          },
          {
            term: text('onCall.now.next'),
            value:
              next === null ? (
                '–'
              ) : (
                <>
                  {next.personName}{' '}
                  <Text look="small">
                    <Stretch from={next.from} to={next.to} zone={zone} />
                  </Text>
                </>
              ),
          },
        ]}
      />
    </Panel>
  );
}
