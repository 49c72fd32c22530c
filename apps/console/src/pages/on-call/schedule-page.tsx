import { Permitted, useGo, useLocal, useMay, useParam } from '@daylight/web-app';
import { outcomeOf, useQuery } from '@daylight/web-data';
import { wallClock } from '@daylight/web-format';
import { Button, PageLayout, Panel, Stack, useNow, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { messageAt, within } from '../../features/forms/field-problems.js';
import { KeptActions, KeptTrouble, useKept } from '../../features/forms/kept-document.js';
import { replaced, without } from '../../features/forms/lists.js';
import { LocalizedField } from '../../features/forms/localized-field.js';
import { useAct } from '../../features/forms/use-act.js';
import { ZoneSelect } from '../../features/forms/zone-select.js';
import { DraftPreview } from '../../features/on-call/draft-preview.js';
import {
  OnCallSchedulesDocument,
  OnCallStaffDocument,
  SaveOnCallScheduleDocument,
  type ScheduleWholeFragment,
} from '../../features/on-call/generated/on-call.js';
import { LayerFields } from '../../features/on-call/layer-fields.js';
import { freeKey, newLayer, readDraft, type ScheduleDraft } from '../../features/on-call/schedule-document.js';
import { Stored } from '../../features/page/stored.js';

/** A schedule's rotations: a new one, or one that is kept. */
export function SchedulePage() {
  const text = useText();
  const id = useParam('scheduleId');
  const back = { href: '/on-call', label: text('app.nav.onCall') };
  return (
    <Permitted permission="oncall:edit" title={text('schedule.new')} back={back}>
      {id === '' ? <Editor stored={null} /> : <Kept id={id} />}
    </Permitted>
  );
}

function Kept({ id }: { readonly id: string }) {
  const text = useText();
  const [state, ask] = useQuery({ query: OnCallSchedulesDocument, variables: { includeArchived: true } });
  return (
    <Stored
      state={state}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      one={state.data?.onCallSchedules.find((each) => each.id === id)}
      list={{ href: '/on-call', label: text('app.nav.onCall') }}
    >
      {(stored) => <Editor key={stored.id} stored={stored} />}
    </Stored>
  );
}

function useStart(stored: ScheduleWholeFragment | null): ScheduleDraft {
  const now = useNow('minute');
  const kept = stored === null ? null : readDraft(stored.document);
  const zone = 'Asia/Seoul';
  const layers = [newLayer('layer-1', wallClock(now, zone).slice(0, 10))];
  return kept ?? { name: { ko: '', en: '' }, zone, layers, swaps: [], overrides: [] };
}

function Editor({ stored }: { readonly stored: ScheduleWholeFragment | null }) {
  const text = useText();
  const local = useLocal();
  const go = useGo();
  const toast = useToast();
  const now = useNow('minute');
  const may = useMay();
  const { run, busy } = useAct(SaveOnCallScheduleDocument);
  const [{ data }] = useQuery({ query: OnCallStaffDocument, requestPolicy: 'cache-first' });
  const [draft, setDraft] = useState(useStart(stored));
  const { version, problems, stale, changedMeanwhile, refusals } = useKept(stored);
  const staff = data?.staffDirectory ?? [];
  async function save(archived: boolean): Promise<void> {
    const input = { scheduleId: stored?.id ?? null, expectedVersion: version, document: draft, archived };
    const answer = await run({ input });
    if (answer === null) return;
    outcomeOf(answer.saveOnCallSchedule, {
      OnCallScheduleSaved: ({ schedule }) => {
        toast({ text: text('onCall.saved') });
        go(archived ? '/on-call' : `/on-call?schedule=${schedule.id}`);
      },
      OnCallScheduleChangedMeanwhile: ({ current }) => changedMeanwhile(current),
      ...refusals,
    });
  }
  const { layers } = draft;
  const parts = ['name', 'zone', ...layers.map((_layer, index) => `layers[${index}]`)];
  const add = (): void => {
    const key = freeKey(
      layers.map(({ id }) => id),
      'layer',
    );
    setDraft({ ...draft, layers: [...layers, newLayer(key, wallClock(now, draft.zone).slice(0, 10))] });
  };
  return (
    <PageLayout
      title={stored === null ? text('schedule.new') : local(stored.name)}
      back={{ href: '/on-call', label: text('app.nav.onCall') }}
      actions={
        may('oncall:edit') ? (
          <KeptActions stored={stored} busy={busy} onSave={(archived) => void save(archived)} />
        ) : undefined
      }
      aside={<DraftPreview draft={draft} staff={staff} now={now} />}
    >
      <Stack>
        <KeptTrouble problems={problems} parts={parts} stale={stale} />
        <Panel>
          <Stack>
            <LocalizedField
              label={text('onCall.name')}
              required
              value={draft.name}
              onChange={(name) => setDraft({ ...draft, name })}
              problems={within(problems, 'name')}
            />
            <ZoneSelect
              label={text('schedule.zone')}
              description={text('schedule.zone.help')}
              value={draft.zone}
              error={messageAt(problems, 'zone')}
              onChange={(zone) => setDraft({ ...draft, zone })}
            />
          </Stack>
        </Panel>
        {layers.map((layer, index) => (
          <LayerFields
            key={layer.id}
            number={index + 1}
            layer={layer}
            staff={staff}
            onChange={(next) => setDraft({ ...draft, layers: replaced(layers, index, next) })}
            onRemove={layers.length === 1 ? null : () => setDraft({ ...draft, layers: without(layers, index) })}
            problems={within(problems, `layers[${index}]`)}
          />
        ))}
        <div>
          <Button onClick={add}>{text('layer.add')}</Button>
        </div>
      </Stack>
    </PageLayout>
  );
}
