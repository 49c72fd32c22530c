import { useClient, useQuery } from '@daylight/web-data';
import { Badge, Button, Notice, Panel, Row, Stack, Text, TextField, Time } from '@daylight/web-ui';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { AuditChoicesDocument, VerifyAuditDocument, type VerifyAuditQuery } from './generated/audit.js';
import classes from './audit.module.css';

type Verdict = VerifyAuditQuery['auditVerification'];

/** The end of the chain, and a button that computes it anew: a head noted elsewhere proves that nothing was rewritten. */
export function SealPanel() {
  const text = useText();
  const client = useClient();
  const [{ data }] = useQuery({ query: AuditChoicesDocument });
  const [noted, setNoted] = useState('');
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [failed, setFailed] = useState(false);
  const head = data?.auditHead ?? null;
  async function verify(): Promise<void> {
    setBusy(true);
    const answer = await client
      .query(
        VerifyAuditDocument,
        { notedHead: noted.trim() === '' ? null : noted.trim() },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    setVerdict(answer.data?.auditVerification ?? null);
    setFailed(answer.data === undefined);
    setBusy(false);
  }
  return (
    <Panel title={text('audit.seal')} description={text('audit.sealHelp')}>
      <Stack gap="s">
        {head === null ? (
          <Text look="secondary">{text('audit.noSeal')}</Text>
        ) : (
          <Row gap="s">
            <Badge tone="ok" icon={<IconShieldCheck aria-hidden />}>
              {text('audit.head', { seq: head.seq })}
            </Badge>
            <Text look="small">
              <Time at={head.sealedAt} />
            </Text>
            <code className={classes['hash']}>{head.hash}</code>
          </Row>
        )}
        <div className={classes['verify']}>
          <TextField label={text('audit.noted')} placeholder="4012:a3f5…" value={noted} onChange={setNoted} />
          <Button busy={busy} onClick={() => void verify()}>
            {text('audit.verify')}
          </Button>
        </div>
        {failed ? (
          <Notice tone="danger" live>
            {text('page.unreachable')}
          </Notice>
        ) : null}
        {verdict === null ? null : <VerdictNotice verdict={verdict} />}
      </Stack>
    </Panel>
  );
}

function VerdictNotice({ verdict }: { readonly verdict: Verdict }) {
  const text = useText();
  if (verdict.__typename === 'AuditIntact') {
    return (
      <Notice
        tone={verdict.unsealed > 100 ? 'warn' : 'ok'}
        live
        title={text('audit.intact', { entries: verdict.entries })}
      >
        {text('audit.unsealed', { count: verdict.unsealed })}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" live title={text('audit.broken', { seq: verdict.seq ?? '–' })}>
      {verdict.message}
    </Notice>
  );
}
