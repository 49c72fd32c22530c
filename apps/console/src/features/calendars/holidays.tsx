import { outcomeOf, useQuery } from '@daylight/web-data';
import { formatLocalDate, now } from '@daylight/web-format';
import { Badge, Button, Dialog, EmptyState, Panel, Row, Select, Stack, Table, Text, TextField, Time, useLanguage, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { messageAt, within, type FieldProblem } from '../forms/field-problems.js';
import { Filters } from '../forms/filters.js';
import { LocalizedField } from '../forms/localized-field.js';
import { useAct } from '../forms/use-act.js';
import { QueryView } from '../page/query-view.js';
import { useAddress } from '../page/use-address.js';
import { useLocal } from '../page/use-local.js';
import { useRegionName } from './calendar-fields.js';
import { DeclareHolidayDocument, HolidayRegionsDocument, HolidaysPageDocument, RevokeHolidayDocument, type HolidaysPageQuery } from './generated/calendars.js';

type Day = HolidaysPageQuery['holidayList']['holidays'][number];

/** Official days of a region and year, with when each became known (D-CAL-4). */
export function Holidays({ mayEdit }: { readonly mayEdit: boolean }) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const address = useAddress();
  const regionName = useRegionName();
  const thisYear = Number(new Intl.DateTimeFormat('en', { year: 'numeric' }).format(now()));
  const region = address.get('region') ?? 'KR';
  const year = /^\d{4}$/.test(address.get('year') ?? '') ? Number(address.get('year')) : thisYear;
  const [regions] = useQuery({ query: HolidayRegionsDocument, requestPolicy: 'cache-first' });
  const [state, ask] = useQuery({ query: HolidaysPageDocument, variables: { region, from: `${year}-01-01`, to: `${year + 1}-01-01` } });
  const [open, setOpen] = useState<'declare' | Day | null>(null);
  const known = regions.data?.holidayRegions ?? [region];
  const done = (): void => {
    setOpen(null);
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <Stack>
      <Filters>
          <Select label={text('calendar.region')} value={region} options={(known.includes(region) ? known : [region, ...known]).map((value) => ({ value, label: regionName(value) }))} onChange={(next) => address.set({ region: next })} />
          <Select label={text('holidays.year')} value={String(year)} options={[-1, 0, 1].map((step) => String(thisYear + step)).map((value) => ({ value, label: value }))} onChange={(next) => address.set({ year: next })} />
      </Filters>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={8}>
        {({ holidayList }) => (
          <>
            <Panel title={text('holidays.inForce', { region: regionName(region), year })} look="flush" actions={mayEdit ? <Button look="primary" size="small" onClick={() => setOpen('declare')}>{text('holidays.declare')}</Button> : undefined}>
              {holidayList.holidays.length === 0 ? (
                <EmptyState compact title={text('holidays.none')} />
              ) : (
                <Table
                  caption={text('calendar.holidays')}
                  head={[text('calendar.date'), text('calendar.dayName'), text('holidays.known'), text('holidays.source'), ...(mayEdit ? [<span key="a" className="dl-hidden">{text('holidays.revoke')}</span>] : [])]}
                  rows={holidayList.holidays.map((day) => [
                    formatLocalDate(day.date, language),
                    <Row key="n" gap="s"><span>{local(day.name)}</span>{day.declaredLate ? <Badge tone="warn">{text('holidays.late')}</Badge> : null}</Row>,
                    Date.parse(day.knownAt) === 0 ? <Text key="k" look="small">{text('holidays.always')}</Text> : <Time key="k" at={day.knownAt} style="date" />,
                    <Text key="s" look="small">{day.source}</Text>,
                    ...(mayEdit ? [<Button key="r" size="small" look="quiet" aria-label={text('holidays.revokeOf', { date: day.date })} onClick={() => setOpen(day)}>{text('holidays.revoke')}</Button>] : []),
                  ])}
                />
              )}
            </Panel>
            <History list={holidayList} />
          </>
        )}
      </QueryView>
      {open === 'declare' ? <DeclareDialog region={region} onClose={() => setOpen(null)} onDone={done} /> : null}
      {open !== null && open !== 'declare' ? <RevokeDialog day={open} onClose={() => setOpen(null)} onDone={done} /> : null}
    </Stack>
  );
}

/** What was declared late or taken back; the first load of a region says nothing new. */
function History({ list }: { readonly list: HolidaysPageQuery['holidayList'] }) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const entries = list.revisions.filter(({ revoked, recordedBy }) => revoked || recordedBy !== null);
  if (entries.length === 0) return null;
  return (
    <Panel title={text('holidays.history')} look="flush">
      <Table
        caption={text('holidays.history')}
        head={[text('calendar.date'), text('calendar.dayName'), text('holidays.what'), text('holidays.source'), text('holidays.known')]}
        rows={[...entries].reverse().map((entry) => [formatLocalDate(entry.date, language), local(entry.name), text(entry.revoked ? 'holidays.revoked' : 'holidays.declared'), entry.source, <span key="k"><Time at={entry.knownAt} /> {entry.recordedBy?.displayName ?? ''}</span>])}
      />
    </Panel>
  );
}

interface DialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DeclareDialog({ region, onClose, onDone }: DialogProps & { readonly region: string }) {
  const text = useText();
  const toast = useToast();
  const act = useAct(DeclareHolidayDocument);
  const [date, setDate] = useState('');
  const [name, setName] = useState({ ko: '임시공휴일', en: 'Temporary holiday' });
  const [source, setSource] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  async function declare(): Promise<void> {
    const data = await act.run({ input: { region, date, name, source } });
    if (data === null) return;
    outcomeOf(data.declareHoliday, {
      HolidayRecorded: () => {
        toast({ text: text('holidays.declaredNow', { date }) });
        onDone();
      },
      HolidayUnchanged: () => setProblems([{ path: 'date', message: text('holidays.already') }]),
      InputRefused: (refused) => setProblems(refused.problems),
    });
  }
  return (
    <Dialog opened title={text('holidays.declare')} onClose={onClose} actions={<><Button onClick={onClose}>{text('form.cancel')}</Button><Button look="primary" busy={act.busy} disabled={date === ''} onClick={() => void declare()}>{text('holidays.declare')}</Button></>}>
      <Stack>
        <p>{text('holidays.declare.body')}</p>
        <TextField type="date" label={text('calendar.date')} value={date} onChange={setDate} error={messageAt(problems, 'date')} required />
        <LocalizedField label={text('calendar.dayName')} value={name} onChange={setName} problems={within(problems, 'name')} required />
        <TextField label={text('holidays.source')} description={text('holidays.source.help')} value={source} onChange={setSource} error={messageAt(problems, 'source')} required />
      </Stack>
    </Dialog>
  );
}

function RevokeDialog({ day, onClose, onDone }: DialogProps & { readonly day: Day }) {
  const text = useText();
  const local = useLocal();
  const toast = useToast();
  const act = useAct(RevokeHolidayDocument);
  const [source, setSource] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  async function revoke(): Promise<void> {
    const data = await act.run({ input: { region: day.region, date: day.date, source } });
    if (data === null) return;
    outcomeOf(data.revokeHoliday, {
      HolidayRecorded: () => {
        toast({ text: text('holidays.revokedNow', { date: day.date }) });
        onDone();
      },
      HolidayUnchanged: () => setProblems([{ path: 'source', message: text('holidays.notThere') }]),
      InputRefused: (refused) => setProblems(refused.problems),
    });
  }
  return (
    <Dialog opened title={text('holidays.revoke.title', { date: day.date, name: local(day.name) })} onClose={onClose} actions={<><Button onClick={onClose}>{text('form.cancel')}</Button><Button look="danger" busy={act.busy} onClick={() => void revoke()}>{text('holidays.revoke')}</Button></>}>
      <Stack>
        <p>{text('holidays.revoke.body')}</p>
        <TextField label={text('holidays.source')} description={text('holidays.source.help')} value={source} onChange={setSource} error={messageAt(problems, 'source')} required />
      </Stack>
    </Dialog>
  );
}
