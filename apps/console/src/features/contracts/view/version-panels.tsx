import { DeemedConsent } from '@daylight/web-app';
import { Badge, Facts, Link, Panel, Row, Stack, Text, Time } from '@daylight/web-ui';
import { IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useText } from '../../../app/text.js';
import { TermBadge, VersionBadge } from '../contract-badges.js';
import classes from '../editor/editor.module.css';
import type { VersionWholeFragment } from '../generated/contracts.js';
import { useDates } from '../use-dates.js';

const PARTIES = ['PROVIDER', 'CLIENT'] as const;

/** Whose consent is there and whose is missing (D-CON-4). */
export function ConsentPanel({ detail: { version } }: { readonly detail: VersionWholeFragment }) {
  const text = useText();
  return (
    <Panel title={text('consent.title')}>
      <Stack gap="s">
        {PARTIES.map((party) => {
          const consent = version.consents.find((each) => each.party === party);
          return (
            <div key={party}>
              <Row gap="s" justify="between">
                <Text look="strong">{text(`party.${party}`)}</Text>
                {consent === undefined ? (
                  <Badge look="outline" icon={<IconClock aria-hidden />}>
                    {text(version.awaiting.includes(party) ? 'consent.awaited' : 'consent.none')}
                  </Badge>
                ) : (
                  <Badge tone="ok" icon={<IconCircleCheck aria-hidden />}>
                    {text('consent.given')}
                  </Badge>
                )}
              </Row>
              {consent === undefined ? null : (
                <Text look="small">
                  {consent.deemed ? text('consent.deemed') : (consent.person?.displayName ?? text('consent.unnamed'))}
                  {consent.onBehalfOf === null
                    ? ''
                    : ` (${text('onBehalfOf', { name: consent.onBehalfOf.displayName })})`}{' '}
                  · <Time at={consent.at} />
                  {consent.pastAcknowledged ? ` · ${text('consent.past')}` : ''}
                </Text>
              )}
            </div>
          );
        })}
        <DeemedConsent at={version.deemedConsentAt} />
        {version.decisionNote === null ? null : (
          <Text look="secondary">{text('consent.reason', { reason: version.decisionNote })}</Text>
        )}
      </Stack>
    </Panel>
  );
}

/** Dates and the digest that a consent names. */
export function VersionFacts({ detail: { version, contract } }: { readonly detail: VersionWholeFragment }) {
  const text = useText();
  const { day } = useDates();
  return (
    <Panel title={text('version.facts')}>
      <Stack gap="s">
        <span>
          <TermBadge version={version} />
        </span>
        <Facts
          items={[
            {
              term: text('contract.client'),
              value: <Link href={`/clients/${contract.tenantId}`}>{contract.tenantName}</Link>,
            },
            { term: text('contract.kind'), value: text(`contract.kind.${contract.kind}`) },
            { term: text('editor.effectiveFrom'), value: day(version.effectiveFromDate) },
            {
              term: text('editor.termEnd'),
              value: version.termEnd === null ? text('contract.phase.OPEN_ENDED') : day(version.termEnd),
            },
            ...(version.term.noticeBy === null
              ? []
              : [{ term: text('version.noticeBy'), value: day(version.term.noticeBy) }]),
            { term: text('version.digest'), value: <Text look="code">{version.digest.slice(0, 16)}…</Text> },
          ]}
        />
      </Stack>
    </Panel>
  );
}

/** All versions, the newest first; each can be opened, its differences are told there. */
export function HistoryPanel({ detail: { version, contract } }: { readonly detail: VersionWholeFragment }) {
  const text = useText();
  const { day } = useDates();
  return (
    <Panel title={text('version.history')} look="flush">
      <ol className={classes['history']}>
        {contract.versions.map((each) => (
          <li key={each.id} data-current={each.id === version.id}>
            <Row gap="s" justify="between">
              {each.id === version.id ? (
                <Text look="strong">{text('contract.ordinal', { ordinal: each.ordinal })}</Text>
              ) : (
                <Link href={`/contracts/${each.id}`}>{text('contract.ordinal', { ordinal: each.ordinal })}</Link>
              )}
              <VersionBadge state={each.state} />
            </Row>
            <Text look="small">{text('contract.from', { from: day(each.effectiveFromDate) })}</Text>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** The note that goes to the client with the proposal. */
export function NotePanel({ note }: { readonly note: string | null }) {
  const text = useText();
  return note === null || note === '' ? null : (
    <Panel title={text('editor.note')}>
      <p className={classes['prose']}>{note}</p>
    </Panel>
  );
}
