import { AppLink } from '@daylight/web-app';
import { PriorityBadge, Table } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { Lane } from './lanes.js';
import { useRiskWords } from './use-risk-words.js';

/** The board in words, lane by lane: for whoever can't or won't read the picture, and for narrow screens. */
export function RiskTable({ lanes }: { readonly lanes: readonly Lane[] }) {
  const text = useText();
  const words = useRiskWords();
  const head = ['ticket', 'time', 'lane', 'assignee', 'stake'] as const;
  return (
    <Table
      caption={text('risk.title')}
      head={head.map((column) => text(`risk.column.${column}`))}
      figures={[4]}
      rows={lanes.flatMap((lane) =>
        lane.dots.map((dot) => [
          <span key="ticket">
            <PriorityBadge priority={dot.ticket.priority} />{' '}
            <AppLink href={`/tickets/${dot.ticket.key}`}>{`${dot.ticket.key} ${dot.ticket.subject}`}</AppLink>
          </span>,
          `${words.clock(dot)} ${words.left(dot)}`,
          words.lane(lane),
          words.owner(dot),
          words.stake(dot),
        ]),
      )}
    />
  );
}
