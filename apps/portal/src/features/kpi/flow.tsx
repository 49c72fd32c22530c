import { formatNumber } from '@daylight/web-format';
import { Link, Notice, Panel, Stack, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { FigureNote } from './figure-note.js';
import { itemsHref } from './figure-key.js';
import classes from './flow.module.css';
import type { FigureWholeFragment, FlowWholeFragment } from './generated/kpi.js';

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

interface FlowProps {
  readonly flow: FlowWholeFragment;
  readonly figures: readonly FigureWholeFragment[];
  readonly period: string;
}

/** Where the backlog came from and went: a sum that anybody can check, each part of it the way to its tickets. */
export function Flow({ flow, figures, period }: FlowProps) {
  const text = useText();
  const language = useLanguage();
  const own = figures.filter(({ key }) => FLOW_FIGURES.includes(key));
  const hrefOf = (step: (typeof STEPS)[number]): string | null => {
    const figure = own.find(({ key }) => key === KEY[step]);
    return figure === undefined ? null : itemsHref(period, figure);
  };
  return (
    <Panel title={text('kpi.flow')} description={text('kpi.flow.lead')}>
      <Stack gap="s">
        <dl className={classes['flow']}>
          {STEPS.map((step) => (
            <div key={step} className={classes['step']} data-edge={step === 'backlogStart' || step === 'backlogEnd'}>
              <dt>
                <Step label={text(`kpi.flow.${step}`)} href={hrefOf(step)} />
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
            <FigureNote key={figure.key} figure={figure} label={text('kpi.definition.of', { name: figure.label })} />
          ))}
        </div>
        {flow.balanced ? null : <Notice tone="warn">{text('kpi.flow.unbalanced')}</Notice>}
      </Stack>
    </Panel>
  );
}

const Step = ({ label, href }: { readonly label: string; readonly href: string | null }) =>
  href === null ? <>{label}</> : <Link href={href}>{label}</Link>;
