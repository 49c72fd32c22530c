import { useQuery } from '@daylight/web-data';
import { useState } from 'react';
import { TicketPageDocument } from '../generated/ticket.js';
import type { Question } from '../questions.js';
import { useTicketWork, type WholeTicket } from '../ticket-work.js';
import TicketDialogs from './ticket-dialogs.js';

interface StatusDialogProps {
  readonly ticketId: string;
  readonly onClose: () => void;
}

/** Changes the status of a ticket from a list: what its page would offer. */
export default function StatusDialog({ ticketId, onClose }: StatusDialogProps) {
  const [{ data }] = useQuery({ query: TicketPageDocument, variables: { id: ticketId, key: null } });
  const ticket = data?.ticket ?? null;
  return ticket === null ? null : <Asking ticket={ticket} onClose={onClose} />;
}

function Asking({ ticket, onClose }: { readonly ticket: WholeTicket; readonly onClose: () => void }) {
  const work = useTicketWork(ticket);
  const [question, setQuestion] = useState<Question>({ kind: 'status' });
  return <TicketDialogs question={question} work={work} onAsk={setQuestion} onClose={onClose} />;
}
