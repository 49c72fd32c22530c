import { useText } from '../../../app/text.js';
import { answerNode } from '../answer-node.js';
import { AssignTicketDocument, SetTicketPriorityDocument } from '../generated/work.js';
import type { Question } from '../questions.js';
import type { TicketWork } from '../ticket-work.js';
import { AssignDialog } from './assign-dialog.js';
import { ClassifyDialog } from './classify-dialog.js';
import { ConfirmAct } from './confirm-act.js';
import { ConflictDialog } from './conflict-dialog.js';
import { LogResponseDialog } from './log-response-dialog.js';
import { MergeDialog } from './merge-dialog.js';
import { OutcomeDialog } from './outcome-dialog.js';
import { PriorityDialog } from './priority-dialog.js';
import { ResolveDialog } from './resolve-dialog.js';
import { ScheduleDialog } from './schedule-dialog.js';
import { ServiceDialog } from './service-dialog.js';
import { StatusChoices } from './status-choices.js';
import { WaitDialog } from './wait-dialog.js';
import { WatchDialog } from './watch-dialog.js';

export interface TicketDialogsProps {
  readonly question: Question;
  readonly work: TicketWork;
  readonly onAsk: (question: Question) => void;
  readonly onClose: () => void;
}

/** The dialog for a question about a ticket; fetched when the first is asked. */
export default function TicketDialogs({ question, work, onAsk, onClose }: TicketDialogsProps) {
  const shared = { work, onClose };
  switch (question.kind) {
    case 'assign':
      return <Assign {...shared} />;
    case 'priority':
      return <Priority {...shared} />;
    case 'classify':
      return <ClassifyDialog {...shared} />;
    case 'service':
      return <ServiceDialog {...shared} />;
    case 'wait':
      return <WaitDialog {...shared} />;
    case 'schedule':
      return <ScheduleDialog {...shared} />;
    case 'resolve':
      return <ResolveDialog {...shared} />;
    case 'outcome':
      return <OutcomeDialog {...shared} />;
    case 'log':
      return <LogResponseDialog {...shared} />;
    case 'merge':
      return <MergeDialog {...shared} />;
    case 'watch':
      return <WatchDialog {...shared} />;
    case 'status':
      return <StatusChoices {...shared} onAsk={onAsk} />;
    case 'confirm':
      return <ConfirmAct {...shared} act={question.act} />;
    case 'conflict':
      return <ConflictDialog {...shared} act={question.act} conflict={question.conflict} seen={question.seen} />;
  }
}

interface Shared {
  readonly work: TicketWork;
  readonly onClose: () => void;
}

function Assign({ work, onClose }: Shared) {
  const text = useText();
  const { ticket } = work;
  return (
    <AssignDialog
      title={text('ticket.assign.title', { what: ticket.key })}
      tenantId={ticket.tenant.id}
      assigneeId={ticket.assignee?.id ?? null}
      teamId={ticket.team?.id ?? null}
      onAssign={async (assignee, team) =>
        answerNode(
          await work.send(
            AssignTicketDocument,
            {
              input: {
                ticketId: ticket.id,
                assigneeId: assignee?.id ?? null,
                teamId: team?.id ?? null,
                expectedVersion: ticket.version,
              },
            },
            (data) => data.assignTicket,
          ),
        )
      }
      onClose={onClose}
    />
  );
}

function Priority({ work, onClose }: Shared) {
  const text = useText();
  const { ticket } = work;
  return (
    <PriorityDialog
      title={text('ticket.priority.title', { what: ticket.key })}
      priority={ticket.priority}
      onSet={async (change) =>
        answerNode(
          await work.send(
            SetTicketPriorityDocument,
            { input: { ticketId: ticket.id, ...change, expectedVersion: ticket.version } },
            (data) => data.setTicketPriority,
          ),
        )
      }
      onClose={onClose}
    />
  );
}
