import { QueryView, useAddress, useLocal } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { formatLocalDate, now } from '@daylight/web-format';
import { Badge, Button, EmptyState, Panel, Row, Select, Stack, Table, Text, Time, useLanguage } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { Filters } from '../forms/filters.js';
import { useRegionName } from './calendar-fields.js';
import { HolidayRegionsDocument, HolidaysPageDocument, type HolidaysPageQuery } from './generated/calendars.js';
import { DeclareDialog, RevokeDialog, type Day } from './holiday-dialogs.js';

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
  const [state, ask] = useQuery({
    query: HolidaysPageDocument,
    variables: { region, from: `${year}-01-01`, to: `${year + 1}-01-01` },
  });
  const [open, setOpen] = useState<'declare' | Day | null>(null);
  const known = regions.data?.holidayRegions ?? [region];
  const done = (): void => {
    setOpen(null);
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <Stack>
      <Filters>
        <Select
          label={text('calendar.region')}
          value={region}
          options={(known.includes(region) ? known : [region, ...known]).map((value) => ({
            value,
            label: regionName(value),
          }))}
          onChange={(next) => address.set({ region: next })}
        />
        <Select
          label={text('holidays.year')}
          value={String(year)}
          options={[-1, 0, 1].map((step) => String(thisYear + step)).map((value) => ({ value, label: value }))}
          onChange={(next) => address.set({ year: next })}
        />
      </Filters>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={8}>
        {({ holidayList }) => (
          <>
            <Panel
              title={text('holidays.inForce', { region: regionName(region), year })}
              look="flush"
              actions={
                mayEdit ? (
                  <Button look="primary" size="small" onClick={() => setOpen('declare')}>
                    {text('holidays.declare')}
                  </Button>
                ) : undefined
              }
            >
              {holidayList.holidays.length === 0 ? (
                <EmptyState compact title={text('holidays.none')} />
              ) : (
                <Table
                  caption={text('calendar.holidays')}
                  head={[
                    text('calendar.date'),
                    text('calendar.dayName'),
                    text('holidays.known'),
                    text('holidays.source'),
                    ...(mayEdit
                      ? [
                          <span key="a" className="dl-hidden">
                            {text('holidays.revoke')}
                          </span>,
                        ]
                      : []),
                  ]}
                  rows={holidayList.holidays.map((day) => [
                    formatLocalDate(day.date, language),
                    <Row key="n" gap="s">
                      <span>{local(day.name)}</span>
                      {day.declaredLate ? <Badge tone="warn">{text('holidays.late')}</Badge> : null}
                    </Row>,
                    Date.parse(day.knownAt) === 0 ? (
                      <Text key="k" look="small">
                        {text('holidays.always')}
                      </Text>
                    ) : (
                      <Time key="k" at={day.knownAt} style="date" />
                    ),
                    <Text key="s" look="small">
                      {day.source}
                    </Text>,
                    ...(mayEdit
                      ? [
                          <Button
                            key="r"
                            size="small"
                            look="quiet"
                            aria-label={text('holidays.revokeOf', { date: day.date })}
                            onClick={() => setOpen(day)}
                          >
                            {text('holidays.revoke')}
                          </Button>,
                        ]
                      : []),
                  ])}
                />
              )}
            </Panel>
            <History list={holidayList} />
          </>
        )}
      </QueryView>
      {open === 'declare' ? <DeclareDialog region={region} onClose={() => setOpen(null)} onDone={done} /> : null}
      {open !== null && open !== 'declare' ? (
        <RevokeDialog day={open} onClose={() => setOpen(null)} onDone={done} />
      ) : null}
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
        head={[
          text('calendar.date'),
          text('calendar.dayName'),
          text('holidays.what'),
          text('holidays.source'),
          text('holidays.known'),
        ]}
        rows={[...entries].reverse().map((entry) => [
          formatLocalDate(entry.date, language),
          local(entry.name),
          text(entry.revoked ? 'holidays.revoked' : 'holidays.declared'),
          entry.source,
          <span key="k">
            <Time at={entry.knownAt} /> {entry.recordedBy?.displayName ?? ''}
          </span>,
        ])}
      />
    </Panel>
  );
}
