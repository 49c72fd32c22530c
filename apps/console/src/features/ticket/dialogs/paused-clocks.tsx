import { Text } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import type { WholeTicket } from '../ticket-work.js';

/** Which promises stand still for a reason. */
export function PausedClocks({ clocks }: { readonly clocks: WholeTicket['waitingRules'][number]['pauses'] }) {
  const text = useText();
  if (clocks.length === 0) return <Text look="small">{text('ticket.wait.pausesNothing')}</Text>;
  return (
    <Text look="small">
      {text('ticket.wait.pauses', { clocks: clocks.map((clock) => text(`ticket.clock.${clock}`)).join(', ') })}
    </Text>
  );
}
