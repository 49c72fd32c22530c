import { formatLocalDate } from '@daylight/web-format';
import { Link, Panel, Table, Time, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { VersionLineFragment } from './generated/contract.js';
import { VersionState } from './version-summary.js';

/** All versions, newest first; each opens with what it changed. */
export function History({ versions }: { readonly versions: readonly VersionLineFragment[] }) {
  const text = useText();
  const language = useLanguage();
  const rows = versions.map((version) => [
    <Link key="v" href={`/contracts/versions/${version.id}`}>
      {text('contract.version', { ordinal: version.ordinal })}
    </Link>,
    <VersionState key="s" version={version} />,
    formatLocalDate(version.effectiveFromDate, language),
    version.decidedAt === null ? '–' : <Time key="d" at={version.decidedAt} style="date" />,
  ]);
  return (
    <Panel title={text('contract.history')} look="flush">
      <Table
        caption={text('contract.history')}
        head={[
          text('contract.history.version'),
          text('ticket.status'),
          text('contract.from'),
          text('contract.decided'),
        ]}
        rows={rows}
      />
    </Panel>
  );
}
