import { formatNumber } from '@daylight/web-format';
import { Notice, Panel, Stack, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from './flow.module.css';
import type { FlowWholeFragment } from './generated/kpi.js';

const STEPS = ['backlogStart', 'opened', 'reopened', 'resolved', 'cancelled', 'merged', 'backlogEnd'] as const;
const SIGN: Readonly<Partial<Record<(typeof STEPS)[number], string>>> = { opened: '+', reopened: '+', resolved: '−', cancelled: '−', merged: '−', backlogEnd: '=' };

/** Where the backlog came from and went: a sum that anybody can check. */
export function Flow({ flow }: { readonly flow: FlowWholeFragment }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Panel title={text('kpi.flow')} description={text('kpi.flow.lead')}>
      <Stack gap="s">
        <dl className={classes['flow']}>
          {STEPS.map((step) => (
            <div key={step} className={classes['step']} data-edge={step === 'backlogStart' || step === 'backlogEnd'}>
              <dt>{text(`kpi.flow.${step}`)}</dt>
              <dd>{SIGN[step] === undefined ? null : <span className={classes['sign']}>{SIGN[step]}</span>}{formatNumber(flow[step], language)}</dd>
            </div>
          ))}
        </dl>
        {flow.balanced ? null : <Notice tone="warn">{text('kpi.flow.unbalanced')}</Notice>}
      </Stack>
    </Panel>
  );
}
