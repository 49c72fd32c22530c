import { useMutation } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import {
  RejectInboundMailDocument,
  ReleaseInboundMailDocument,
  type HeldMailFragment,
  type ReleaseAs,
  type ReleaseInboundMailMutation,
  type RejectInboundMailMutation,
} from './generated/quarantine.js';

type Result = ReleaseInboundMailMutation['releaseInboundMail'] | RejectInboundMailMutation['rejectInboundMail'];

export interface Decision {
  readonly busy: boolean;
  readonly release: (mail: HeldMailFragment, as: ReleaseAs, tenantId: string | null) => Promise<void>;
  readonly reject: (mail: HeldMailFragment) => Promise<void>;
}

/** Lets a mail through or turns it down, and says what came of it; `decided` when it waits no more. */
export function useDecision(decided: (id: string) => void): Decision {
  const text = useText();
  const toast = useToast();
  const [releasing, release] = useMutation(ReleaseInboundMailDocument);
  const [rejecting, reject] = useMutation(RejectInboundMailDocument);

  function tell(result: Result | undefined, done: string): void {
    switch (result?.__typename) {
      case 'InboundMailDecided':
        toast({ text: done });
        return decided(result.mail.id);
      case 'InboundMailNotHeld':
        toast({ text: text('quarantine.settled') });
        return decided(result.mail.id);
      case 'InputRefused':
        return toast({ tone: 'error', text: result.problems.map(({ message }) => message).join(' ') });
      case 'NotFound':
        return toast({ tone: 'error', text: text('page.gone') });
      case undefined:
        return toast({ tone: 'error', text: text('page.unreachable') });
    }
  }

  return {
    busy: releasing.fetching || rejecting.fetching,
    release: async (mail, as, tenantId) => {
      const { data } = await release({ input: { id: mail.id, as, tenantId } });
      const done = as === 'COLLEAGUE' ? 'quarantine.invited' : 'quarantine.released';
      tell(data?.releaseInboundMail, text(done, { sender: mail.fromAddress }));
    },
    reject: async (mail) => {
      const { data } = await reject({ input: { id: mail.id } });
      tell(data?.rejectInboundMail, text('quarantine.rejected'));
    },
  };
}
