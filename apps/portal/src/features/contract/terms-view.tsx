import { parseTerms, type Language, type Terms } from '@daylight/domain';
import { sayFee } from '@daylight/text';
import { PromisesPanels, useLocal } from '@daylight/web-app';
import { Badge, Notice, Panel, Table, useLanguage } from '@daylight/web-ui';
import { useMemo } from 'react';
import { useText } from '../../app/text.js';
import type { VersionWholeFragment } from './generated/contract.js';
import { SlaMatrix } from './sla-matrix.js';
import { Conditions, KpiTargets, Responsibilities, Waiting } from './terms-sections.js';

/** Edge: the whole document arrives as JSON; what doesn't read as terms isn't shown as terms. */
const readTerms = (json: unknown) => {
  const read = parseTerms(json);
  return read.kind === 'valid' ? read.terms : null;
};

/** Everything that a version promises. */
export function TermsView({ detail }: { readonly detail: VersionWholeFragment }) {
  const text = useText();
  const terms = useMemo(() => readTerms(detail.terms), [detail.terms]);
  return (
    <>
      <Services services={detail.services} terms={terms} />
      <Policies services={detail.services} />
      {terms === null ? (
        <Notice tone="warn">{text('contract.unreadable')}</Notice>
      ) : (
        <>
          <PromisesPanels terms={terms} />
          <Waiting terms={terms} />
          <Responsibilities terms={terms} />
          <KpiTargets terms={terms} />
          <Conditions terms={terms} />
        </>
      )}
    </>
  );
}

type Services = VersionWholeFragment['services'];

const LEVELS = ['MONITOR', 'OPERATE', 'SECURE'] as const;

function Services({ services, terms }: { readonly services: Services; readonly terms: Terms | null }) {
  const text = useText();
  const local = useLocal();
  const language: Language = useLanguage();
  const fees = new Map(terms?.services.map(({ serviceItemId, monthlyFeeMinor }) => [serviceItemId, monthlyFeeMinor]));
  const feesNamed = [...fees.values()].some((fee) => fee !== undefined);
  const levelOf = (level: string): string => {
    const known = LEVELS.find((one) => one === level);
    return known === undefined ? level : text(`contract.level.${known}`);
  };
  const rows = services.map(({ serviceItemId, name, level, inScope, outOfScope }) => [
    <strong key={serviceItemId}>{local(name)}</strong>,
    <Badge key="l" look="outline">
      {levelOf(level)}
    </Badge>,
    local(inScope) || '–',
    local(outOfScope) || '–',
    ...(feesNamed ? [sayFee(fees.get(serviceItemId), terms?.currency ?? '', language) ?? '–'] : []),
  ]);
  const head = [
    text('ticket.service'),
    text('contract.level'),
    text('contract.inScope'),
    text('contract.outOfScope'),
    ...(feesNamed ? [text('contract.serviceFee')] : []),
  ];
  return (
    <Panel title={text('contract.services')} look="flush">
      <Table caption={text('contract.services')} head={head} rows={rows} />
    </Panel>
  );
}

/** One matrix per policy, naming the services that it is for. */
function Policies({ services }: { readonly services: Services }) {
  const text = useText();
  const local = useLocal();
  const policies = [...new Map(services.map((service) => [service.policyId, service])).values()];
  return (
    <>
      {policies.map(({ policyId, policyName, targets }) => (
        <Panel
          key={policyId}
          look="flush"
          title={text('contract.policy', { name: local(policyName) })}
          description={services
            .filter((service) => service.policyId === policyId)
            .map(({ name }) => local(name))
            .join(' · ')}
        >
          <SlaMatrix caption={local(policyName)} targets={targets} />
        </Panel>
      ))}
    </>
  );
}
