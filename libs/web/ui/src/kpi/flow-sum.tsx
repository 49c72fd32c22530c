import { formatNumber } from '@daylight/web-format';
import { Notice } from '../feedback/notice.js';
import { Link } from '../layout/link.js';
import { Panel } from '../layout/page-layout.js';
import { Stack } from '../layout/stack.js';
import { useLanguage } from '../text/locale.js';
import { useUiText } from '../text/ui-text.js';
import { FigureNote } from './figure-note.js';
import classes from './flow-sum.module.css';
import type { FigureHref, WholeFigure } from './whole-figure.js';

const STEPS = ['backlogStart', 'opened', 'reopened', 'resolved', 'cancelled', 'merged', 'backlogEnd'] as const;
const SIGN: Readonly<Partial<Record<(typeof STEPS)[number], string>>> = {
  opened: '+',
  reopened: '+',
  resolved: '−',
  cancelled: '−',
  merged: '−',
  backlogEnd: '=',
};

const KEY: Readonly<Record<(typeof STEPS)[number], string>> = {
  backlogStart: 'BACKLOG_START',
  opened: 'OPENED',
  reopened: 'REOPENED',
  resolved: 'RESOLVED',
  cancelled: 'CANCELLED',
  merged: 'MERGED',
  backlogEnd: 'BACKLOG_END',
};

/** The figures that the sum is made of: no need to show them once more. */
export const FLOW_FIGURES: readonly string[] = Object.values(KEY);

export interface FlowSumProps {
  readonly flow: Readonly<Record<(typeof STEPS)[number], number>> & { readonly balanced: boolean };
  readonly figures: readonly WholeFigure[];
  readonly hrefOf: FigureHref;
}

/** Where the backlog came from and went: a sum that anybody can check, each part of it the way to its tickets. */
export function FlowSum({ flow, figures, hrefOf }: FlowSumProps) {
  const text = useUiText();
  const language = useLanguage();
  const own = figures.filter(({ key }) => FLOW_FIGURES.includes(key));
  const hrefOfStep = (step: (typeof STEPS)[number]): string | null => {
    const figure = own.find(({ key }) => key === KEY[step]);
    return figure === undefined ? null : hrefOf(figure);
  };
  return (
    <Panel title={text('ui.figures.flow')} description={text('ui.figures.flow.lead')}>
      <Stack gap="s">
        <dl className={classes['flow']}>
          {STEPS.map((step) => (
            <div key={step} className={classes['step']} data-edge={step === 'backlogStart' || step === 'backlogEnd'}>
              <dt>
                <Step label={text(`ui.figures.flow.${step}`)} href={hrefOfStep(step)} />
              </dt>
              <dd>
                {SIGN[step] === undefined ? null : <span className={classes['sign']}>{SIGN[step]}</span>}
                {formatNumber(flow[step], language)}
              </dd>
            </div>
          ))}
        </dl>
        <div className={classes['notes']}>
          {own.map((figure) => (
            <FigureNote
              key={figure.key}
              figure={figure}
              label={text('ui.figures.definition.of', { name: figure.label })}
            />
          ))}
        </div>
        {flow.balanced ? null : <Notice tone="warn">{text('ui.figures.flow.unbalanced')}</Notice>}
      </Stack>
    </Panel>
  );
}

const Step = ({ label, href }: { readonly label: string; readonly href: string | null }) =>
  href === null ? <>{label}</> : <Link href={href}>{label}</Link>;
