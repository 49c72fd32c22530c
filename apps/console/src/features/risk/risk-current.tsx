import { AppLink, useLocal } from '@daylight/web-app';
import { Button, Facts, PriorityBadge, Row, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { Dot } from './lanes.js';
import classes from './risk.module.css';
import { useRiskWords } from './use-risk-words.js';

interface RiskCurrentProps {
  readonly dot: Dot;
  readonly onClaim: () => void;
  readonly onAssign: () => void;
}

/** The ticket behind the chosen dot, and what can be done about it at once. */
export function RiskCurrent({ dot, onClaim, onAssign }: RiskCurrentProps) {
  const text = useText();
  const local = useLocal();
  const words = useRiskWords();
  const { ticket } = dot;
  return (
    <section className={classes['current']} aria-label={text('risk.current')}>
      <Row gap="s">
        <PriorityBadge priority={ticket.priority} />
        <strong>
          <AppLink href={`/tickets/${ticket.key}`}>{`${ticket.key} ${ticket.subject}`}</AppLink>
        </strong>
      </Row>
      <Facts
        items={[
          { term: text('risk.column.time'), value: `${words.clock(dot)} ${words.left(dot)}` },
          ...(ticket.nextDue?.dueAt == null
            ? []
            : [{ term: text('risk.due'), value: <Time at={ticket.nextDue.dueAt} style="dayTime" /> }]),
          { term: text('queue.client'), value: `${ticket.tenant.name} · ${local(ticket.service.name)}` },
          { term: text('risk.column.assignee'), value: words.owner(dot) },
          { term: text('risk.column.stake'), value: words.stake(dot) },
        ]}
      />
      <Row gap="s">
        <Button size="small" look="primary" keys="A" onClick={onClaim}>
          {text('queue.claim')}
        </Button>
        <Button size="small" keys="I" onClick={onAssign}>
          {text('queue.assign')}
        </Button>
        <Button size="small" keys="O" href={`/tickets/${ticket.key}`}>
          {text('queue.open')}
        </Button>
      </Row>
    </section>
  );
}
