import { formatDuration, formatFraction } from '@daylight/web-format';
import { Badge, Row, Table, Time, useLanguage } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useLocal } from '../page/use-local.js';
import { useText } from '../text.js';
import type { ShownFigure } from './shown.js';
import { VerdictBadge } from './states.js';

const PPM = 1_000_000;
/** A hundredth of a percent: where a target has no finer digits, none are written. */
const HUNDREDTH = 100;

interface FigureTableProps {
  readonly caption: string;
  readonly figures: readonly ShownFigure[];
  /** What the first column says: the month of one service, or the service in one month. */
  readonly by: 'period' | 'service';
  /** One more column: what can be done with a figure. */
  readonly actions?: (figure: ShownFigure) => ReactNode;
}

/** Availability against its target, and how long the service may still be down in the period without missing it. */
export function FigureTable({ caption, figures, by, actions }: FigureTableProps) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const length = (seconds: number): string => (seconds === 0 ? '–' : formatDuration(seconds * 1_000, language));
  const head = [
    text(by === 'period' ? 'avail.period' : 'avail.service'),
    text('avail.availability'),
    text('avail.target'),
    text('avail.verdict'),
    text('avail.down'),
    text('avail.degraded'),
    text('avail.left'),
  ];
  return (
    <Table
      caption={caption}
      head={actions === undefined ? head : [...head, '']}
      rows={figures.map((figure) => [
        <Row key="name" gap="xs">
          {by === 'period' ? figure.period.label : local(figure.serviceName)}
          {figure.period.over ? null : <Badge look="outline">{text('avail.running')}</Badge>}
        </Row>,
        <Figure key="figure" figure={figure} />,
        formatFraction(figure.targetPpm / PPM, figure.targetPpm % HUNDREDTH === 0 ? 2 : 3),
        <VerdictBadge key="verdict" verdict={figure.verdict} />,
        length(figure.downSeconds),
        length(figure.degradedSeconds),
        <Left key="left" figure={figure} />,
        ...(actions === undefined ? [] : [actions(figure)]),
      ])}
      figures={[1, 2, 4, 5, 6]}
    />
  );
}

/** The figure, and beside it what was found after it was published: the published one stands. */
function Figure({ figure: { display, addenda } }: { readonly figure: ShownFigure }) {
  const text = useText();
  return (
    <>
      <strong>{display}</strong>
      {addenda.map(({ ordinal, at, display: found }) => (
        <div key={ordinal}>
          {text('avail.addendum', { figure: found })} (<Time at={at} style="date" />)
        </div>
      ))}
    </>
  );
}

/** What is left of what may be lost; below zero in words, so that a minus sign is not all there is to it. */
function Left({ figure: { verdict, leftSeconds, allowedSeconds } }: { readonly figure: ShownFigure }) {
  const text = useText();
  const language = useLanguage();
  if (verdict === 'NO_DATA') return <>–</>;
  const time = formatDuration(leftSeconds * 1_000, language);
  const allowed = formatDuration(allowedSeconds * 1_000, language);
  return (
    <span title={text('avail.allowed', { time: allowed })}>
      {leftSeconds < 0 ? <Badge tone="danger">{text('avail.left.over', { time })}</Badge> : time} / {allowed}
    </span>
  );
}
