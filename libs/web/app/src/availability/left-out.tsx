import { Badge, Panel, Row } from '@daylight/web-ui';
import { IconScale } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../text.js';
import classes from './availability.module.css';
import type { ShownCredit } from './shown.js';

interface LeftOutProps {
  readonly credit: ShownCredit;
  /** What can be done with one that may be disputed. */
  readonly action?: (exclusionId: string) => ReactNode;
}

/** What was left out of the figure, or wasn't, and why, each in a sentence; and which of it the client disputes. */
export function LeftOut({ credit: { figure, disputedExclusionIds }, action }: LeftOutProps) {
  const text = useText();
  if (figure.exclusions.length === 0) return null;
  return (
    <Panel title={text('avail.leftOut')} description={text('avail.leftOut.lead')} look="flush">
      <ul className={classes['claims']}>
        {figure.exclusions.map(({ id, sentence, disputable }) => (
          <li key={id}>
            <span>{sentence}</span>
            <Row gap="s">
              {disputedExclusionIds.includes(id) ? (
                <Badge tone="danger" icon={<IconScale aria-hidden />}>
                  {text('avail.credit.DISPUTED')}
                </Badge>
              ) : null}
              {disputable ? action?.(id) : null}
            </Row>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
