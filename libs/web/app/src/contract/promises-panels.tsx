import type { AvailabilityTerms, CreditSchedule, Language, Terms } from '@daylight/domain';
import {
  sayAssetRule,
  sayAvailabilityTarget,
  sayBasis,
  sayCapTerms,
  sayDegraded,
  sayExcludable,
  sayMaintenanceCap,
  sayNotice,
  sayRounding,
  sayTerminationTerms,
  sayTreatment,
  sayUnmeasured,
  serviceNames,
} from '@daylight/text';
import { Facts, Panel, Stack, useLanguage } from '@daylight/web-ui';
import { useLocal } from '../page/use-local.js';
import { useText } from '../text.js';
import { CreditExample } from './credit-example.js';
import { Ladder } from './ladder.js';

/** What is promised beside the SLA: being up, planned work, and what a miss is worth. */
export function PromisesPanels({ terms }: { readonly terms: Terms }) {
  const { availability = [], credits = [] } = terms;
  return (
    <>
      {availability.map((promise) => (
        <AvailabilityPanel key={promise.id} terms={terms} promise={promise} />
      ))}
      {terms.maintenance === undefined ? null : <MaintenancePanel terms={terms} />}
      {credits.map((schedule) => (
        <CreditPanel key={schedule.id} terms={terms} schedule={schedule} />
      ))}
    </>
  );
}

function AvailabilityPanel({ terms, promise }: { readonly terms: Terms; readonly promise: AvailabilityTerms }) {
  const text = useText();
  const local = useLocal();
  const language: Language = useLanguage();
  const calendar = terms.calendars.find(({ id }) => id === promise.calendarId);
  const items = [
    { term: text('promise.target'), value: sayAvailabilityTarget(promise, language) },
    {
      term: text('promise.services'),
      value: serviceNames(terms, promise.serviceItemIds, language) ?? text('promise.none'),
    },
    { term: text('promise.hours'), value: calendar === undefined ? text('promise.none') : local(calendar.name) },
    { term: text('promise.assetRule'), value: sayAssetRule(promise, language) },
    ...(promise.weights.length === 0
      ? []
      : [
          {
            term: text('promise.weights'),
            value: promise.weights.map(({ assetId, weight }) => `${assetId} × ${weight}`).join(', '),
          },
        ]),
    { term: text('promise.degraded'), value: sayDegraded(promise, language) },
    { term: text('promise.unmeasured'), value: sayUnmeasured(promise, language) },
    { term: text('promise.excludable'), value: sayExcludable(promise, language) ?? text('promise.none') },
  ];
  return (
    <Panel title={text('promise.availability', { name: local(promise.name) })}>
      <Facts items={items} />
    </Panel>
  );
}

function MaintenancePanel({ terms }: { readonly terms: Terms }) {
  const text = useText();
  const language: Language = useLanguage();
  return (
    <Panel title={text('promise.maintenance')} description={text('promise.maintenance.lead')}>
      <Facts
        items={[
          { term: text('promise.notice'), value: sayNotice(terms, language) },
          { term: text('promise.maintenanceCap'), value: sayMaintenanceCap(terms, language) },
        ]}
      />
    </Panel>
  );
}

function CreditPanel({ terms, schedule }: { readonly terms: Terms; readonly schedule: CreditSchedule }) {
  const text = useText();
  const local = useLocal();
  const language: Language = useLanguage();
  const items = [
    { term: text('promise.basis'), value: sayBasis(terms, schedule, language) },
    { term: text('promise.cap'), value: sayCapTerms(schedule, language) ?? text('promise.noCap') },
    { term: text('promise.rounding'), value: sayRounding(schedule, language) },
    { term: text('promise.treatment'), value: sayTreatment(schedule, language) },
    ...(schedule.termination === null
      ? []
      : [{ term: text('promise.termination'), value: sayTerminationTerms(schedule, language) }]),
  ];
  return (
    <Panel title={text('promise.credit', { name: local(schedule.name) })}>
      <Stack gap="s">
        <Ladder tiers={schedule.tiers} name={local(schedule.name)} />
        <Facts items={items} />
        <CreditExample terms={terms} schedule={schedule} />
      </Stack>
    </Panel>
  );
}
