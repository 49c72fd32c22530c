import { SERVICE_LEVELS, type ServiceTerms } from '@daylight/domain';
import { Problems, useLocal } from '@daylight/web-app';
import { Button, EmptyState, Grid, Panel, Segments, Select, Stack, Text } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import type { ServiceLineFragment } from '../../catalogue/generated/catalogue.js';
import { messageAt, within } from '../../forms/field-problems.js';
import { replaced, without } from '../../forms/lists.js';
import { LocalizedField } from '../../forms/localized-field.js';
import type { SectionProps } from './section.js';
import { ServiceFee } from './service-fee.js';

interface ServicesProps extends SectionProps {
  readonly catalogue: readonly ServiceLineFragment[];
}

const NOTHING = { ko: '', en: '' } as const;

/** What is covered and what isn't, service by service. */
export function ServicesSection({ terms, change, problems, catalogue }: ServicesProps) {
  const text = useText();
  const local = useLocal();
  const { services, policies } = terms;
  const own = within(problems, 'terms.services');
  const whole = messageAt(own, '');
  const left = catalogue.filter(
    (item) => !item.archived && !services.some(({ serviceItemId }) => serviceItemId === item.id),
  );
  function add(id: string): void {
    const item = catalogue.find((each) => each.id === id);
    if (item === undefined) return;
    const service: ServiceTerms = {
      serviceItemId: item.id,
      name: { ko: item.name.ko, en: item.name.en },
      level: 'OPERATE',
      inScope: NOTHING,
      outOfScope: NOTHING,
      policyId: policies[0]?.id ?? '',
    };
    change({ services: [...services, service] });
  }
  return (
    <Stack>
      <Problems messages={whole === null ? [] : [whole]} />
      {services.length === 0 ? (
        <Panel>
          <EmptyState compact title={text('editor.services.empty')} />
        </Panel>
      ) : null}
      {services.map((service, index) => {
        const here = within(own, `[${index}]`);
        const set = (part: Partial<ServiceTerms>): void =>
          change({ services: replaced(services, index, { ...service, ...part }) });
        return (
          <Panel
            key={service.serviceItemId}
            title={local(service.name)}
            actions={
              <Button size="small" onClick={() => change({ services: without(services, index) })}>
                {text('form.remove')}
              </Button>
            }
          >
            <Stack>
              <Problems
                messages={here
                  .filter(({ path }) => path === '' || path === 'serviceItemId')
                  .map(({ message }) => message)}
              />
              <Grid min={16}>
                <Segments
                  label={text('editor.level')}
                  value={service.level}
                  options={SERVICE_LEVELS.map((value) => ({ value, label: text(`level.${value}`) }))}
                  onChange={(level) => set({ level })}
                />
                <Select
                  label={text('editor.policy')}
                  value={service.policyId}
                  options={policies.map(({ id, name }) => ({ value: id, label: local(name) }))}
                  onChange={(policyId) => set({ policyId })}
                  error={messageAt(here, 'policyId')}
                />
              </Grid>
              <Text look="small">{text(`levelMeans.${service.level}`)}</Text>
              <ServiceFee
                service={service}
                currency={terms.currency}
                error={messageAt(here, 'monthlyFeeMinor')}
                onChange={(next) => change({ services: replaced(services, index, next) })}
              />
              <LocalizedField
                label={text('editor.inScope')}
                value={service.inScope}
                onChange={(inScope) => set({ inScope })}
                problems={within(here, 'inScope')}
                rows={3}
              />
              <LocalizedField
                label={text('editor.outOfScope')}
                value={service.outOfScope}
                onChange={(outOfScope) => set({ outOfScope })}
                problems={within(here, 'outOfScope')}
                rows={3}
              />
            </Stack>
          </Panel>
        );
      })}
      {left.length === 0 ? null : (
        <Grid min={16}>
          <Select
            label={text('editor.services.add')}
            value=""
            placeholder={text('editor.services.pick')}
            options={left.map(({ id, name, code }) => ({ value: id, label: `${local(name)} (${code})` }))}
            onChange={add}
          />
        </Grid>
      )}
    </Stack>
  );
}
