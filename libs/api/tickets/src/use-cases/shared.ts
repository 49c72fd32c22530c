import { AnswerProposal } from './answer-proposal.js';
import { AnswerRebinding } from './answer-rebinding.js';
import { CancelTicket } from './cancel-ticket.js';
import { CloseTicket } from './close-ticket.js';
import { GiveNotice } from './give-notice.js';
import { Propose } from './propose.js';
import { ProposeRebinding } from './propose-rebinding.js';
import { ReopenTicket } from './reopen-ticket.js';
import { SetConfidential } from './set-confidential.js';
import { SettleContest } from './settle-contest.js';
import { UnwatchTicket } from './unwatch-ticket.js';
import { WatchTicket } from './watch-ticket.js';
import { WithdrawMessage } from './withdraw-message.js';

/** What client users and staff may both do; providers of either module. */
export const SHARED_USE_CASES = [
  CancelTicket,
  CloseTicket,
  ReopenTicket,
  SetConfidential,
  UnwatchTicket,
  WatchTicket,
  WithdrawMessage,
  Propose,
  AnswerProposal,
  SettleContest,
  GiveNotice,
  ProposeRebinding,
  AnswerRebinding,
];
