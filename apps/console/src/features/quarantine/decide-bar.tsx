import { useQuery } from '@daylight/web-data';
import { Button, Select, useHotkeys } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { QuarantineTenantsDocument, type HeldMailFragment } from './generated/quarantine.js';
import classes from './quarantine.module.css';
import type { Decision } from './use-decision.js';

interface DecideBarProps {
  readonly mail: HeldMailFragment;
  readonly mayInvite: boolean;
  readonly decision: Decision;
}

/** Which senders could be somebody of the client who isn't known yet. */
const STRANGERS = new Set(['UNKNOWN_SENDER', 'THIRD_PARTY']);

/** Release, "is a colleague", reject: by button or by key. Where nothing says which client it concerns, it is asked. */
export function DecideBar({ mail, mayInvite, decision }: DecideBarProps) {
  const text = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const asks = mail.tenantId === null;
  const [{ data }] = useQuery({ query: QuarantineTenantsDocument, pause: !asks });
  const ready = !decision.busy && (!asks || chosen !== null);
  const invites = mayInvite && mail.fromAddress !== '' && STRANGERS.has(mail.reason ?? '');
  const release = () => ready && void decision.release(mail, 'AS_IT_IS', chosen);
  const invite = () => ready && invites && void decision.release(mail, 'COLLEAGUE', chosen);
  const reject = () => !decision.busy && void decision.reject(mail);
  const group = text('app.nav.quarantine');
  useHotkeys([
    { keys: 'KeyR', label: text('quarantine.release'), group, run: release },
    ...(invites ? [{ keys: 'KeyC', label: text('quarantine.colleague'), group, run: invite }] : []),
    { keys: 'KeyX', label: text('quarantine.reject'), group, run: reject },
  ]);
  return (
    <div className={classes['decide']}>
      {asks ? (
        <Select
          label={text('quarantine.client')}
          placeholder={text('quarantine.chooseClient')}
          required
          value={chosen ?? ''}
          options={(data?.tenants.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }))}
          onChange={setChosen}
        />
      ) : null}
      <Button look="primary" keys="KeyR" disabled={!ready} onClick={release}>
        {text('quarantine.release')}
      </Button>
      {invites ? (
        <Button keys="KeyC" disabled={!ready} onClick={invite}>
          {text('quarantine.colleague')}
        </Button>
      ) : null}
      <Button look="danger" keys="KeyX" disabled={decision.busy} onClick={reject}>
        {text('quarantine.reject')}
      </Button>
    </div>
  );
}
