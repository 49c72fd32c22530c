import { PRIORITIES, type Language, type Party, type Terms } from '@daylight/domain';
import { sayFee } from '@daylight/text';
import { PromisesPanels, termRules, useLocal } from '@daylight/web-app';
import { formatMoney } from '@daylight/web-format';
import { Badge, Facts, Panel, Stack, Table, Text, useLanguage } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { CalendarWords } from '../../calendars/calendar-words.js';
import { writeAmount } from '../matrix/amount.js';
import { rowsOf } from '../matrix/matrix.js';
import { KpiTargetsPanel } from './kpi-targets-panel.js';

/** Terms as they are read and agreed: no field can be changed here. */
export function TermsView({ terms }: { readonly terms: Terms }) {
  return (
    <Stack>
      <ScopePanel terms={terms} />
      <SlaPanels terms={terms} />
      <HoursPanel terms={terms} />
      <RulesPanel terms={terms} />
      <PromisesPanels terms={terms} />
      <KpiTargetsPanel terms={terms} />
      <RaciPanel terms={terms} />
      <MoneyPanel terms={terms} />
    </Stack>
  );
}

function ScopePanel({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const local = useLocal();
  const language: Language = useLanguage();
  const feesNamed = terms.services.some(({ monthlyFeeMinor }) => monthlyFeeMinor !== undefined);
  const prose = (words: { readonly ko: string; readonly en: string }) => local(words) || text('view.notSaid');
  const policy = (id: string): string =>
    local(terms.policies.find((each) => each.id === id)?.name ?? { ko: id, en: id });
  return (
    <Panel title={text('editor.part.services')} look="flush">
      <Table
        caption={text('editor.part.services')}
        head={[
          text('catalogue.name'),
          text('editor.level'),
          text('editor.policy'),
          text('editor.inScope'),
          text('editor.outOfScope'),
          ...(feesNamed ? [text('view.serviceFee')] : []),
        ]}
        rows={terms.services.map((service) => [
          <Text key="n" look="strong">
            {local(service.name)}
          </Text>,
          text(`level.${service.level}`),
          policy(service.policyId),
          prose(service.inScope),
          prose(service.outOfScope),
          ...(feesNamed ? [sayFee(service.monthlyFeeMinor, terms.currency, language) ?? '–'] : []),
        ])}
      />
    </Panel>
  );
}

function SlaPanels({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const hours = (id: string): string =>
    local(terms.calendars.find((each) => each.id === id)?.name ?? { ko: id, en: id });
  return terms.policies.map((policy) => (
    <Panel key={policy.id} title={local(policy.name)} look="flush">
      <Table
        caption={local(policy.name)}
        head={[text('matrix.clock'), ...PRIORITIES]}
        rows={rowsOf(policy)
          .filter(({ cells }) => Object.keys(cells).length > 0)
          .map((row) => [
            <Stack key="c" gap="xs">
              <Text look="strong">{text(`clock.${row.clock}`)}</Text>
              {row.types.length === 0 ? null : (
                <Text look="small">{row.types.map((type) => text(`matrix.type.${type}`)).join(', ')}</Text>
              )}
            </Stack>,
            ...PRIORITIES.map((priority) => {
              const target = row.cells[priority];
              return target === undefined ? (
                '–'
              ) : (
                <Stack key={priority} gap="xs">
                  <span>{writeAmount(target.amount, language)}</span>
                  <Text look="small">{hours(target.calendarId)}</Text>
                </Stack>
              );
            }),
          ])}
      />
    </Panel>
  ));
}

function HoursPanel({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const local = useLocal();
  return (
    <Panel title={text('app.nav.calendars')}>
      <Facts
        items={terms.calendars.map((calendar) => ({
          term: local(calendar.name),
          value: <CalendarWords document={calendar} />,
        }))}
      />
    </Panel>
  );
}

function RulesPanel({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const local = useLocal();
  const grade = (index: number): string => text(`grade.${index === 0 ? 'high' : index === 1 ? 'middle' : 'low'}`);
  return (
    <>
      <Panel title={text('editor.priorities')} look="flush">
        <Table
          caption={text('editor.priorities')}
          head={[
            text('editor.impactByUrgency'),
            ...[0, 1, 2].map((urgency) => text('editor.urgency', { grade: grade(urgency) })),
          ]}
          rows={terms.priorityMatrix.map((row, impact) => [text('editor.impact', { grade: grade(impact) }), ...row])}
        />
      </Panel>
      <Panel title={text('editor.responses')}>
        <Stack gap="s">
          {terms.responseMetBy.map((act) => (
            <span key={act}>
              <Badge look="outline">{text(`response.${act}`)}</Badge>
            </span>
          ))}
        </Stack>
      </Panel>
      <Panel title={text('editor.waiting')} look="flush">
        <Table
          caption={text('editor.waiting')}
          head={[
            text('editor.waiting.name'),
            text('editor.waiting.status'),
            text('editor.waiting.pauses'),
            text('editor.waiting.caseNumber'),
          ]}
          rows={terms.waiting.map((rule) => [
            local(rule.name),
            text(`waiting.${rule.status}`),
            rule.pauses.length === 0
              ? text('editor.waiting.stopsNothing')
              : rule.pauses.map((clock) => text(`clock.${clock}`)).join(', '),
            text(rule.needsCaseNumber ? 'view.yes' : 'view.no'),
          ])}
        />
      </Panel>
    </>
  );
}

function RaciPanel({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const local = useLocal();
  if (terms.responsibilities.length === 0) return null;
  const names = (parties: readonly Party[]): string => parties.map((party) => text(`party.${party}`)).join(', ') || '–';
  return (
    <Panel title={text('editor.raci')} look="flush">
      <Table
        caption={text('editor.raci')}
        head={[
          text('editor.raci.activity'),
          text('editor.raci.accountable'),
          text('editor.raci.responsible'),
          text('editor.raci.consulted'),
          text('editor.raci.informed'),
        ]}
        rows={terms.responsibilities.map((row) => [
          local(row.activity),
          text(`party.${row.accountable}`),
          names(row.responsible),
          names(row.consulted),
          names(row.informed),
        ])}
      />
    </Panel>
  );
}

function MoneyPanel({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const language = useLanguage();
  const { renewal, monthlyFeeMinor, currency } = terms;
  return (
    <Panel title={text('view.conditions')}>
      <Facts
        items={[
          {
            term: text('view.fee'),
            value:
              monthlyFeeMinor === null
                ? text('view.notSaid')
                : formatMoney({ amountMinor: monthlyFeeMinor, currency }, language),
          },
          {
            term: text('editor.atEnd'),
            value:
              text(`renewal.${renewal.atEnd}`) +
              (renewal.atEnd === 'RENEW' ? ` · ${text('view.months', { months: renewal.renewMonths })}` : ''),
          },
          { term: text('editor.noticeDays'), value: text('view.days', { days: renewal.noticeDays }) },
          { term: text('editor.reopenWindow'), value: text('view.days', { days: terms.reopenWindowDays }) },
          { term: text('editor.autoClose'), value: text('view.days', { days: terms.autoCloseDays }) },
          ...termRules(terms, language).map(({ term, value }) => ({ term: text(term), value })),
          { term: text('editor.reportingZone'), value: terms.reportingZone },
        ]}
      />
    </Panel>
  );
}
