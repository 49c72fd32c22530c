import { formatLocalDate } from '@daylight/web-format';
import { Badge, Facts, Panel, Text, Time, useLanguage, type Tone } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { VersionLineFragment } from './generated/contract.js';

const TONE: Readonly<Record<VersionLineFragment['state'], Tone>> = {
  DRAFT: 'neutral',
  PROPOSED: 'warn',
  AGREED: 'ok',
  REJECTED: 'danger',
  WITHDRAWN: 'neutral',
};

export function VersionState({
  version: { state, term },
}: {
  readonly version: Pick<VersionLineFragment, 'state' | 'term'>;
}) {
  const text = useText();
  return (
    <Badge tone={state === 'AGREED' && term.phase === 'ENDED' ? 'neutral' : TONE[state]}>
      {text(state === 'AGREED' ? `contract.phase.${term.phase}` : `contract.state.${state}`)}
    </Badge>
  );
}

/** From when, until when, who agreed, and to which bytes. */
export function VersionSummary({ version }: { readonly version: VersionLineFragment }) {
  const text = useText();
  const language = useLanguage();
  const date = (value: string): string => formatLocalDate(value, language);
  const { term, consents, awaiting, note, decisionNote } = version;
  const items = [
    { term: text('ticket.status'), value: <VersionState version={version} /> },
    { term: text('contract.from'), value: date(version.effectiveFromDate) },
    {
      term: text('contract.until'),
      value:
        term.currentTermEnd === null
          ? version.termEnd === null
            ? text('contract.openEnded')
            : date(version.termEnd)
          : daysLeft(term.daysLeft, date(term.currentTermEnd)),
    },
    ...(term.noticeBy === null ? [] : [{ term: text('contract.noticeBy'), value: date(term.noticeBy) }]),
    ...(version.proposedBy === null || version.proposedAt === null
      ? []
      : [
          {
            term: text('contract.proposed'),
            value: (
              <>
                {version.proposedBy.displayName} · <Time at={version.proposedAt} style="date" />
              </>
            ),
          },
        ]),
    ...consents.map(({ party, person, onBehalfOf, at, deemed }) => ({
      term: text('contract.consent', { party: text(`side.${party}`) }),
      value: (
        <>
          {deemed ? text('contract.consent.deemed') : (person?.displayName ?? '–')}
          {onBehalfOf === null ? null : ` (${text('onBehalfOf', { name: onBehalfOf.displayName })})`} ·{' '}
          <Time at={at} withZone />
        </>
      ),
    })),
    ...(awaiting.length === 0
      ? []
      : [{ term: text('contract.awaiting'), value: awaiting.map((party) => text(`side.${party}`)).join(', ') }]),
    ...(note === null || note === '' ? [] : [{ term: text('contract.note'), value: note }]),
    ...(decisionNote === null || decisionNote === ''
      ? []
      : [{ term: text('contract.rejectedBecause'), value: decisionNote }]),
    { term: text('digest'), value: <Text look="code">{version.digest.slice(0, 16)}…</Text> },
  ];
  function daysLeft(days: number | null, end: string): string {
    if (days === null) return end;
    return days < 0 ? text('contract.daysOver', { end, days: -days }) : text('contract.daysLeft', { end, days });
  }
  return (
    <Panel title={text('contract.version', { ordinal: version.ordinal })}>
      <Facts items={items} />
    </Panel>
  );
}
