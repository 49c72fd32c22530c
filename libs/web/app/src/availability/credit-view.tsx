import { Panel, Stack, Text } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../text.js';
import classes from './availability.module.css';
import { FigureTable } from './figure-table.js';
import type { ShownCredit } from './shown.js';
import { CreditBadge } from './states.js';

/** The way of a credit in four steps: what was missed, which rule pays, how much, and how far it is. */
export function CreditSteps({ credit }: { readonly credit: ShownCredit }) {
  const text = useText();
  const steps: readonly (readonly [string, ReactNode])[] = [
    [text('avail.credit.breach'), credit.breach],
    [text('avail.credit.rule'), credit.rule],
    [
      text('avail.credit.amount'),
      <span key="amount" className={classes['amount']}>
        {credit.amountDisplay}
      </span>,
    ],
    [
      text('avail.credit.state'),
      <span key="state">
        <CreditBadge state={credit.state} />{' '}
        {credit.reference === null ? null : <Text look="small">{credit.reference}</Text>}
      </span>,
    ],
  ];
  return (
    <Panel look="flush">
      <ol className={classes['steps']}>
        {steps.map(([name, value]) => (
          <li key={name}>
            <span className={classes['stepName']}>{name}</span>
            {value}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Everything the amount rests on, line by line; each line can be checked with a calculator. */
export function CreditWorking({ credit }: { readonly credit: ShownCredit }) {
  const text = useText();
  return (
    <>
      <Panel title={text('avail.credit.figure')} look="flush">
        <FigureTable caption={text('avail.credit.figure')} figures={[credit.figure]} by="service" />
      </Panel>
      <Panel title={text('avail.credit.working')} description={text('avail.credit.working.lead')}>
        <WorkingSections sections={credit.working} />
      </Panel>
      {credit.termination === null ? null : (
        <Panel title={text('avail.credit.termination')} description={text('avail.counsel')}>
          {credit.termination}
        </Panel>
      )}
    </>
  );
}

export function WorkingSections({ sections }: { readonly sections: ShownCredit['working'] }) {
  return (
    <Stack gap="s">
      {sections.map(({ heading, lines }) => (
        <div key={heading}>
          <Text look="strong">{heading}</Text>
          <ul className={classes['working']}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </Stack>
  );
}
