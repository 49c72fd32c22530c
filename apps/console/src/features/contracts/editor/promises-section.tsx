import { parseTerms, type AvailabilityTerms, type CreditSchedule, type Language, type Terms } from '@daylight/domain';
import { isPromiseProblem, promiseProblemText } from '@daylight/text';
import { useLocal } from '@daylight/web-app';
import { Button, EmptyState, Panel, Row, Stack, useLanguage } from '@daylight/web-ui';
import { useMemo } from 'react';
import { useText } from '../../../app/text.js';
import { within, type FieldProblem } from '../../forms/field-problems.js';
import { replaced, without } from '../../forms/lists.js';
import { AvailabilityForm } from './availability-form.js';
import { CreditForm } from './credit-form.js';
import { freshId } from './draft.js';
import { MaintenanceForm } from './maintenance-form.js';
import type { SectionProps } from './section.js';

interface PromisesProps extends SectionProps {
  /** For parts that can go: absence stays absence, so that old digests hold. */
  readonly replace: (terms: Terms) => void;
}

/** What the form can find by itself, as the rules of contracts have it; the server looks again. */
function useLiveProblems(terms: Terms): readonly FieldProblem[] {
  const language: Language = useLanguage();
  return useMemo(() => {
    const parsed = parseTerms(terms);
    if (parsed.kind === 'valid') return [];
    return parsed.problems.filter(isPromiseProblem).flatMap((problem) => {
      const message = promiseProblemText(problem, language);
      return message === null ? [] : [{ path: `terms.${problem.path}`, message }];
    });
  }, [terms, language]);
}

/** Availability, planned work and credits: what is promised beside the SLA, and what a miss is worth. */
export function PromisesSection({ terms, change, replace, problems }: PromisesProps) {
  const live = useLiveProblems(terms);
  const refused = problems.filter(({ path }) => !live.some((each) => each.path === path));
  const shared = { terms, change, problems: [...live, ...refused] };
  return (
    <Stack>
      <AvailabilityList {...shared} />
      <MaintenanceForm {...shared} replace={replace} />
      <CreditList {...shared} />
    </Stack>
  );
}

function AvailabilityList({ terms, change, problems }: SectionProps) {
  const text = useText();
  const local = useLocal();
  const { availability = [], credits = [] } = terms;
  function add(): void {
    const taken = availability.map(({ id }) => id);
    const promise: AvailabilityTerms = {
      ...{ id: freshId('availability', taken), name: { ko: '서비스 가용률', en: 'Service availability' } },
      ...{ serviceItemIds: terms.services.map(({ serviceItemId }) => serviceItemId), period: 'MONTH' },
      ...{ calendarId: terms.calendars[0]?.id ?? '', targetPpm: 999_000, assetRule: 'ANY', weights: [] },
      ...{ degradedPercent: 0, unmeasured: 'EXCLUDED', excludable: ['CLIENT', 'FORCE_MAJEURE'] },
    };
    change({ availability: [...availability, promise] });
  }
  const paysFor = (id: string): boolean =>
    credits.some(({ basis }) => basis.kind === 'AVAILABILITY' && basis.availabilityId === id);
  return (
    <>
      {availability.length === 0 ? (
        <Panel title={text('editor.availability')}>
          <EmptyState compact title={text('editor.availability.empty')} />
        </Panel>
      ) : null}
      {availability.map((promise, index) => (
        <Panel
          key={promise.id}
          title={text('promise.availability', { name: local(promise.name) })}
          actions={
            <Button
              size="small"
              disabled={paysFor(promise.id)}
              onClick={() => change({ availability: without(availability, index) })}
            >
              {text('form.remove')}
            </Button>
          }
        >
          <AvailabilityForm
            terms={terms}
            promise={promise}
            problems={within(problems, `terms.availability[${index}]`)}
            onChange={(next) => change({ availability: replaced(availability, index, next) })}
          />
        </Panel>
      ))}
      <Row>
        <Button onClick={add}>{text('editor.availability.add')}</Button>
      </Row>
    </>
  );
}

function CreditList({ terms, change, problems }: SectionProps) {
  const text = useText();
  const local = useLocal();
  const { availability = [], credits = [] } = terms;
  function add(): void {
    const [first] = availability;
    const taken = credits.map(({ id }) => id);
    const schedule: CreditSchedule = {
      ...{ id: freshId('credit', taken), name: { ko: '서비스 크레딧', en: 'Service credit' } },
      basis:
        first === undefined
          ? { kind: 'ATTAINMENT', clock: 'FIRST_RESPONSE', priority: null }
          : { kind: 'AVAILABILITY', availabilityId: first.id },
      tiers: [
        { fromPpm: 990_000, belowPpm: first?.targetPpm ?? 999_000, creditPpm: 50_000 },
        { fromPpm: 0, belowPpm: 990_000, creditPpm: 100_000 },
      ],
      ...{ cap: { limitPpm: 300_000, of: 'CONTRACT', per: 'MONTH' }, rounding: 'TRUNCATE' },
      ...{ treatment: { kind: 'COMPENSATION' }, termination: null },
    };
    change({ credits: [...credits, schedule] });
  }
  return (
    <>
      {credits.map((schedule, index) => (
        <Panel
          key={schedule.id}
          title={text('promise.credit', { name: local(schedule.name) })}
          actions={
            <Button size="small" onClick={() => change({ credits: without(credits, index) })}>
              {text('form.remove')}
            </Button>
          }
        >
          <CreditForm
            terms={terms}
            schedule={schedule}
            problems={within(problems, `terms.credits[${index}]`)}
            onChange={(next) => change({ credits: replaced(credits, index, next) })}
          />
        </Panel>
      ))}
      <Row>
        <Button onClick={add}>{text('editor.credit.add')}</Button>
      </Row>
    </>
  );
}
