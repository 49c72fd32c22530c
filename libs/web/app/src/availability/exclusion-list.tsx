import { Badge, Row, Text } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useLocal } from '../page/use-local.js';
import { useText } from '../text.js';
import classes from './availability.module.css';
import type { ShownExclusion } from './shown.js';
import { ExclusionBadge } from './states.js';
import { Stretch } from './stretch.js';

interface ExclusionListProps<Exclusion extends ShownExclusion> {
  readonly label: string;
  readonly exclusions: readonly Exclusion[];
  /** Said before the service: whose it is. */
  readonly lead?: (exclusion: Exclusion) => ReactNode;
  readonly actions?: (exclusion: Exclusion) => ReactNode;
}

/** Claims that a stretch shouldn't count, each with its reason and the answer to it (D-AVL-1). */
export function ExclusionList<Exclusion extends ShownExclusion>(props: ExclusionListProps<Exclusion>) {
  const { label, exclusions, lead, actions } = props;
  const text = useText();
  const local = useLocal();
  return (
    <ul className={classes['claims']} aria-label={label}>
      {exclusions.map((exclusion) => (
        <li key={exclusion.id}>
          <div className={classes['claim']}>
            <Row gap="s">
              <ExclusionBadge state={exclusion.state} />
              <strong>{text(`avail.cause.${exclusion.cause}`)}</strong>
              {exclusion.causeAgreed ? null : <Badge tone="warn">{text('avail.cause.notAgreed')}</Badge>}
            </Row>
            <Text look="small">
              {lead?.(exclusion)}
              {local(exclusion.serviceName)} · <Stretch from={exclusion.from} to={exclusion.to} />
            </Text>
            <p>{exclusion.reason}</p>
            <Answer exclusion={exclusion} />
          </div>
          {actions === undefined ? null : <Row gap="s">{actions(exclusion)}</Row>}
        </li>
      ))}
    </ul>
  );
}

function Answer({ exclusion }: { readonly exclusion: ShownExclusion }) {
  const text = useText();
  const { decidedBy, decisionNote, proposedBy } = exclusion;
  if (decidedBy === null && proposedBy === null) return null;
  const words = [
    ...(proposedBy === null ? [] : [text('avail.claimedBy', { name: proposedBy.displayName })]),
    ...(decidedBy === null ? [] : [text('avail.answeredBy', { name: decidedBy.displayName })]),
  ];
  return (
    <Text look="small">
      {words.join(' · ')}
      {decisionNote === null || decisionNote === '' ? null : ` – ${decisionNote}`}
    </Text>
  );
}
