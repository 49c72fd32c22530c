import { formatDuration, formatNumber } from '@daylight/web-format';
import { Facts, Link, Panel, Row, Stack, Text, Time, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { type ImportLineFragment } from '../../features/imports/generated/imports.js';
import classes from '../../features/imports/imports.module.css';
import { isRunning } from '../../features/imports/run-state.js';

export function Progress({ run }: { readonly run: ImportLineFragment }) {
  const text = useText();
  const language = useLanguage();
  const count = (value: number): string => formatNumber(value, language);
  const handled = run.casesWritten + run.casesUnchanged + run.casesRejected;
  const total = run.casesTotal;
  // Taking a run back ends it a second time; how long writing took is no longer known then.
  const took =
    run.state === 'UNDONE' || run.startedAt === null || run.finishedAt === null
      ? null
      : Date.parse(run.finishedAt) - Date.parse(run.startedAt);
  const figures = [
    { term: text('import.rows'), value: count(run.rowsRead) },
    { term: text('import.cases'), value: total === null ? '–' : count(total) },
    { term: text(run.dryRun ? 'import.wouldWrite' : 'import.written'), value: count(run.casesWritten) },
    { term: text('import.unchanged'), value: count(run.casesUnchanged) },
    { term: text('import.rejected'), value: count(run.casesRejected) },
    { term: text('import.events'), value: count(run.eventsWritten) },
  ];
  return (
    <Panel title={text('import.progress')} description={isRunning(run.state) ? text('import.leaving') : undefined}>
      <Stack gap="l">
        {isRunning(run.state) ? (
          <Stack gap="s">
            <progress
              className={classes['progress']}
              aria-label={text('import.progress')}
              {...(total === null || total === 0 ? {} : { max: total, value: Math.min(handled, total) })}
            />
            <Row justify="between">
              <Text look="small">
                {total === null
                  ? text('import.reading', { rows: count(run.rowsRead) })
                  : text('import.handled', { handled: count(handled), total: count(total) })}
              </Text>
              {run.eventsPerSecond === null ? null : (
                <Text look="small">{text('import.rate', { rate: count(Math.round(run.eventsPerSecond)) })}</Text>
              )}
            </Row>
          </Stack>
        ) : null}
        <dl className={classes['figures']} aria-live="off">
          {figures.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Facts
          items={[
            { term: text('contract.client'), value: <Link href={`/clients/${run.tenantId}`}>{run.tenantName}</Link> },
            { term: text('import.startedBy'), value: run.startedBy?.displayName ?? text('import.commandLine') },
            { term: text('import.at'), value: <Time at={run.createdAt} withZone /> },
            ...(took === null
              ? []
              : [
                  {
                    term: text('import.took'),
                    value: `${formatDuration(took, language)}${run.eventsPerSecond === null ? '' : ` · ${text('import.rate', { rate: count(Math.round(run.eventsPerSecond)) })}`}`,
                  },
                ]),
          ]}
        />
      </Stack>
    </Panel>
  );
}
