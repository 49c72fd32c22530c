import { formatDuration } from '@daylight/web-format';
import { Panel, Table, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { Plan } from './week-stack.js';

/** What each person carries, week by week: whether it is shared fairly. */
export function Load({ load }: Pick<Plan, 'load'>) {
  const text = useText();
  const language = useLanguage();
  if (load.length === 0) return null;
  return (
    <Panel title={text('onCall.load')} look="flush">
      <Table
        caption={text('onCall.load')}
        head={[text('onCall.week'), text('onCall.who'), text('onCall.hours'), text('onCall.nights')]}
        figures={[2, 3]}
        rows={load.map(({ week, personName, onCallMinutes, nights }) => [
          week,
          personName,
          formatDuration(onCallMinutes * 60_000, language),
          nights,
        ])}
      />
    </Panel>
  );
}
