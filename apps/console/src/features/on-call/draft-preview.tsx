import { parseSchedule, shiftGaps, shifts } from '@daylight/domain';
import { Notice, Panel, Table } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { ScheduleDraft } from './schedule-document.js';
import { Stretch } from './two-times.js';

interface DraftPreviewProps {
  readonly draft: ScheduleDraft;
  readonly staff: readonly { readonly id: string; readonly displayName: string }[];
  readonly now: number;
}

const WEEKS = 2 * 7 * 86_400_000;
const MOST = 12;

/** What the form would give if it were saved, by the rules that the server goes by. */
export function DraftPreview({ draft, staff, now }: DraftPreviewProps) {
  const text = useText();
  const known = new Set(draft.layers.flatMap(({ participants }) => participants).concat(staff.map(({ id }) => id)));
  const parsed = parseSchedule({ ...draft, id: 'draft', swaps: [], overrides: [] }, { personIds: known });
  if (parsed.kind === 'invalid') return <Notice>{text('schedule.preview.unready')}</Notice>;
  const gaps = shiftGaps(parsed.schedule, now, now + WEEKS);
  const turns = shifts(parsed.schedule, now, now + WEEKS);
  const nameOf = (personId: string): string => staff.find(({ id }) => id === personId)?.displayName ?? personId;
  const rows = [
    ...turns.map(({ personId, ...span }) => ({ ...span, who: nameOf(personId) })),
    ...gaps.map((gap) => ({ ...gap, who: text('onCall.gap') })),
  ].sort((a, b) => a.from - b.from);
  const iso = (at: number): string => new Date(at).toISOString();
  return (
    <Panel title={text('schedule.preview')} description={text('schedule.preview.lead')} look="flush">
      {gaps.length === 0 ? null : (
        <Notice tone="danger">{text('schedule.preview.gaps', { count: gaps.length })}</Notice>
      )}
      <Table
        caption={text('schedule.preview')}
        head={[text('onCall.who'), text('onCall.when')]}
        rows={rows
          .slice(0, MOST)
          .map(({ who, from, to }) => [who, <Stretch key={from} from={iso(from)} to={iso(to)} zone={draft.zone} />])}
      />
    </Panel>
  );
}
