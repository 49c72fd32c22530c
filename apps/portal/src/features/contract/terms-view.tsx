import { parseTerms } from '@daylight/domain';
import { Badge, Facts, Grid, Notice, Panel, Row, Stack, Text } from '@daylight/web-ui';
import { useMemo } from 'react';
import { useText } from '../../app/text.js';
import { useLocal } from '../page/use-local.js';
import type { VersionWholeFragment } from './generated/contract.js';
import { SlaMatrix } from './sla-matrix.js';
import { Conditions, KpiTargets, Responsibilities, Waiting } from './terms-sections.js';
import classes from './terms-view.module.css';

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
      <Services services={detail.services} />
      <Policies services={detail.services} />
      {terms === null ? (
        <Notice tone="warn">{text('contract.unreadable')}</Notice>
      ) : (
        <>
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

function Services({ services }: { readonly services: Services }) {
  const text = useText();
  const local = useLocal();
  return (
    <section aria-labelledby="contract-services">
      <Stack gap="s">
        <h2 id="contract-services" className={classes['heading']}>{text('contract.services')}</h2>
        <Grid min={24}>
          {services.map(({ serviceItemId, name, level, inScope, outOfScope }) => {
            const known = LEVELS.find((one) => one === level);
            return (
              <Panel key={serviceItemId} title={local(name)} actions={<Badge look="outline">{known === undefined ? level : text(`contract.level.${known}`)}</Badge>}>
                <Facts items={[{ term: text('contract.inScope'), value: local(inScope) || '–' }, { term: text('contract.outOfScope'), value: local(outOfScope) || '–' }]} />
              </Panel>
            );
          })}
        </Grid>
      </Stack>
    </section>
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
        <Panel key={policyId} look="flush" title={text('contract.policy', { name: local(policyName) })} actions={<Row gap="xs">{services.filter((service) => service.policyId === policyId).map(({ serviceItemId, name }) => <Text key={serviceItemId} look="small">{local(name)}</Text>)}</Row>}>
          <SlaMatrix caption={local(policyName)} targets={targets} />
        </Panel>
      ))}
    </>
  );
}
