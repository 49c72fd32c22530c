import { useLocal, VerdictChanges } from '@daylight/web-app';
import { formatMoney, formatRatio } from '@daylight/web-format';
import { parsePeriod } from '@daylight/domain';
import { periodName } from '@daylight/text';
import { EmptyState, Facts, Notice, Stack, Table, Text, useLanguage } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import type { WhatIfCreditLineFragment, WhatIfQuery } from '../generated/contracts.js';

type Quarter = NonNullable<WhatIfQuery['whatIf']>;
type Line = Quarter['attainment'][number];

/** One quarter before and after: attainment, load outside of hours, credits, and the tickets whose verdict changes. */
export function WhatIfResult({ quarter }: { readonly quarter: Quarter }) {
  const text = useText();
  const language = useLanguage();
  const period = parsePeriod('UTC', quarter.period);
  const name = period === null ? quarter.period : periodName(period, language);
  if (quarter.tooMany)
    return (
      <Notice tone="warn" live title={name}>
        {text('whatIf.tooMany')}
      </Notice>
    );
  if (quarter.tickets === 0)
    return (
      <EmptyState compact title={text('whatIf.none', { period: name })}>
        {quarter.outOfContract > 0 ? text('whatIf.outOfContract', { count: quarter.outOfContract }) : null}
      </EmptyState>
    );
  return (
    <Stack>
      <Text look="strong">
        {name}
        {quarter.running ? ` · ${text('whatIf.soFar')}` : ''}
      </Text>
      <Text look="small">
        {text('whatIf.replayed', { count: quarter.tickets })}
        {quarter.outOfContract > 0 ? ` · ${text('whatIf.outOfContract', { count: quarter.outOfContract })}` : ''}
      </Text>
      <Attainment lines={quarter.attainment} />
      <Load quarter={quarter} />
      <Credits quarter={quarter} />
      <VerdictChanges list={quarter.verdictChanges} />
    </Stack>
  );
}

function Attainment({ lines }: { readonly lines: readonly Line[] }) {
  const text = useText();
  const share = (attainment: number | null, met: number, missed: number): string =>
    attainment === null
      ? text('whatIf.noData')
      : `${formatRatio(attainment, 10_000, 1) ?? ''} (${met}/${met + missed})`;
  return (
    <Table
      caption={text('whatIf.attainment')}
      head={[text('matrix.clock'), text('verdicts.before'), text('verdicts.after')]}
      rows={lines.map((line) => [
        `${line.priority} ${text(`clock.${line.clock}`)}`,
        share(line.attainmentBefore, line.metBefore, line.missedBefore),
        share(line.attainmentAfter, line.metAfter, line.missedAfter),
      ])}
      figures={[1, 2]}
    />
  );
}

function Load({ quarter }: { readonly quarter: Quarter }) {
  const text = useText();
  const local = useLocal();
  const say = ({ due, outside }: Quarter['loadBefore']): string => text('whatIf.load.value', { due, outside });
  return (
    <Stack gap="xs">
      <Facts
        items={[
          { term: text('whatIf.load.before'), value: say(quarter.loadBefore) },
          { term: text('whatIf.load.after'), value: say(quarter.loadAfter) },
        ]}
      />
      <Text look="small">{text('whatIf.load.help', { hours: local(quarter.staffedHours) })}</Text>
    </Stack>
  );
}

function Credits({ quarter: { creditsBefore, creditsAfter } }: { readonly quarter: Quarter }) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const ids = [...new Set([...creditsBefore, ...creditsAfter].map(({ scheduleId }) => scheduleId))];
  if (ids.length === 0) return null;
  const find = (credits: readonly WhatIfCreditLineFragment[], id: string) =>
    credits.find(({ scheduleId }) => scheduleId === id);
  const say = (credit: WhatIfCreditLineFragment | undefined): string => {
    if (credit === undefined) return '–';
    const { amountMinor, currency, gap } = credit;
    return amountMinor === null
      ? text(`whatIf.gap.${gap ?? 'NO_VERDICTS'}`)
      : formatMoney({ amountMinor, currency }, language);
  };
  return (
    <Table
      caption={text('whatIf.credits')}
      head={[text('whatIf.credits'), text('verdicts.before'), text('verdicts.after')]}
      rows={ids.map((id) => {
        const [before, after] = [find(creditsBefore, id), find(creditsAfter, id)];
        const name = (after ?? before)?.name;
        return [name === undefined ? id : local(name), say(before), say(after)];
      })}
      figures={[1, 2]}
    />
  );
}
