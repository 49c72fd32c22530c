import { useSession } from '@daylight/web-data';
import { Button, Menu, type MenuEntry } from '@daylight/web-ui';
import { IconBell, IconBellOff, IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import type { TicketWholeFragment } from './generated/ticket.js';
import type { Act, Acts } from './use-acts.js';

const ConfirmAct = lazy(() => import('./confirm-act.js'));

/** What the reader may do to this ticket now, as the server says. */
export function ActBar({ ticket, acts }: { readonly ticket: TicketWholeFragment; readonly acts: Acts }) {
  const text = useText();
  const { viewer } = useSession();
  const [asking, setAsking] = useState<Act | null>(null);
  const may = (mutation: string): boolean => ticket.actions.includes(mutation);
  const watching = ticket.watchers.some(({ id }) => id === viewer.id);
  const rest: MenuEntry[] = [
    ...(may('setTicketConfidential')
      ? [
          {
            id: 'confidential',
            label: text(ticket.confidential ? 'act.open-up' : 'act.make-confidential'),
            onSelect: () => void acts.run(ticket.confidential ? 'open-up' : 'make-confidential'),
          },
        ]
      : []),
    ...(may('cancelTicket')
      ? [{ id: 'cancel', label: text('act.cancel'), danger: true, onSelect: () => setAsking('cancel') }]
      : []),
  ];
  return (
    <>
      {may('watchTicket') || may('unwatchTicket') ? (
        <Button
          icon={
            watching ? (
              <IconBellOff size={17} stroke={1.75} aria-hidden />
            ) : (
              <IconBell size={17} stroke={1.75} aria-hidden />
            )
          }
          aria-pressed={watching}
          onClick={() => void acts.run(watching ? 'unwatch' : 'watch')}
        >
          {text(watching ? 'act.unwatch' : 'act.watch')}
        </Button>
      ) : null}
      {may('reopenTicket') ? (
        <Button busy={acts.busy} onClick={() => void acts.run('reopen')}>
          {text('act.reopen')}
        </Button>
      ) : null}
      {may('closeTicket') ? (
        <Button
          look={ticket.status === 'RESOLVED' ? 'primary' : 'secondary'}
          busy={acts.busy}
          onClick={() => setAsking('close')}
        >
          {text('act.close')}
        </Button>
      ) : null}
      {rest.length === 0 ? null : (
        <Menu trigger={<Button icon={<IconDots size={18} aria-hidden />}>{text('act.more')}</Button>} groups={[rest]} />
      )}
      {asking === null ? null : (
        <Suspense>
          <ConfirmAct
            act={asking}
            ticketKey={ticket.key}
            onConfirm={() => acts.run(asking)}
            onClose={() => setAsking(null)}
          />
        </Suspense>
      )}
    </>
  );
}
