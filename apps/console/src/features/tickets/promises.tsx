import { useQuery } from '@daylight/web-data';
import { Notice, PriorityBadge, Row, Text, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { StaffPromisesDocument, type PromisedTimesInput } from './generated/tickets.js';

/** What the contract promises to a ticket like this, before it is sent. */
export function Promises({ input }: { readonly input: PromisedTimesInput }) {
  const text = useText();
  const [{ data, error }] = useQuery({ query: StaffPromisesDocument, variables: { input } });
  if (error !== undefined || data === undefined) return null;
  const { outOfContract, priority, times } = data.promisedTimes;
  if (outOfContract) return <Notice tone="warn">{text('newTicket.outOfContract')}</Notice>;
  return (
    <Notice
      title={
        <Row gap="xs">
          {text('newTicket.promised')} <PriorityBadge priority={priority} withName />
        </Row>
      }
    >
      {times.map((time) => (
        <div key={time.kind}>
          {time.sentence}{' '}
          {time.dueAt === null ? null : (
            <Text look="small">
              (<Time at={time.dueAt} style="dayTime" contractZone={time.zone} withZone />)
            </Text>
          )}
        </div>
      ))}
    </Notice>
  );
}
