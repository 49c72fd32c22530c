import { Panel, Table, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { SourceLineFragment } from './generated/sources.js';

/** How often requests held the address but not the secret, why, and when last. Nothing where it never happened. */
export function Refusals({ refusals }: Pick<SourceLineFragment, 'refusals'>) {
  const text = useText();
  if (refusals.length === 0) return null;
  return (
    <Panel title={text('sources.refusals')} description={text('sources.refusals.lead')}>
      <Table
        caption={text('sources.refusals')}
        head={[text('sources.refusals.why'), text('sources.refusals.count'), text('sources.refusals.last')]}
        figures={[1]}
        rows={refusals.map(({ why, count, lastAt }) => [
          text(`sources.refused.${why}`),
          text('sources.refusals.times', { count }),
          <Time key="last" at={lastAt} style="dayTime" />,
        ])}
      />
    </Panel>
  );
}
