import { DeemedConsent, useAnchor, useLocal } from '@daylight/web-app';
import { Badge, Button, Notice, Panel, Row, Stack, Text, Time } from '@daylight/web-ui';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { answerNode } from './answer-node.js';
import { AgreeDialog, type Asked } from './dialogs/agree-dialog.js';
import { AnswerDateDocument, AnswerResponsibilityDocument, GiveStatutoryNoticeDocument } from './generated/work.js';
import type { TicketWork, WorkAnswer, WholeTicket } from './ticket-work.js';

const Rebinding = lazy(() => import('./dialogs/rebinding.js').then((file) => ({ default: file.Rebinding })));

interface Part {
  readonly work: TicketWork;
  readonly onAsk: (asked: Asked) => void;
  readonly onRebind: () => void;
  /** Shows how an act ended, when it was refused. */
  readonly run: (act: Promise<WorkAnswer>) => void;
}

/** What both sides agreed, what waits for an answer, what the client contests, and what law asks for. */
export function Agreements({ work }: { readonly work: TicketWork }) {
  const text = useText();
  const { ticket, may } = work;
  const named = useAnchor();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<ReactNode>(null);
  const run = (act: Promise<WorkAnswer>): void => void act.then((answer) => setProblem(answerNode(answer)));
  const [rebinding, setRebinding] = useState(false);
  const part = { work, onAsk: setAsked, onRebind: () => setRebinding(true), run };
  const asks = (['date', 'move', 'responsibility', 'personal-data'] as const).filter((kind) => isOffered(kind, work));
  const { agreedDate, proposals, waits, statutoryNotices, reopenedByMessageId: messageId } = ticket;
  const empty = agreedDate === null && proposals.length + waits.length + statutoryNotices.length === 0;
  const thanks = messageId !== null && may('markNoAction');
  if (empty && asks.length === 0 && !thanks && !may('proposeRebinding')) return null;
  return (
    <Panel title={text('agree.title')} anchor="agreements" named={named}>
      <Stack>
        {problem}
        {thanks ? (
          <Button size="small" onClick={() => setAsked({ kind: 'no-action', messageId })}>
            {text('agree.ask.no-action')}
          </Button>
        ) : null}
        {agreedDate === null ? null : (
          <Text>
            {text('agree.date')} <Time at={agreedDate.dueAt} style="dayTime" />{' '}
            <Badge tone={agreedDate.cause === 'WITHOUT_CONSENT' ? 'danger' : 'neutral'} look="outline">
              {text(`agree.date.${agreedDate.cause}`)}
            </Badge>
          </Text>
        )}
        <Proposals {...part} />
        <Waits {...part} />
        <Notices {...part} />
        {asks.length === 0 && !may('proposeRebinding') ? null : (
          <Row>
            {asks.map((kind) => (
              <Button key={kind} size="small" look="quiet" onClick={() => setAsked({ kind })}>
                {text(`agree.ask.${kind}`)}
              </Button>
            ))}
            {may('proposeRebinding') ? (
              <Button size="small" onClick={part.onRebind}>
                {text('rebinding.ask')}
              </Button>
            ) : null}
          </Row>
        )}
      </Stack>
      {rebinding ? (
        <Suspense>
          <Rebinding work={work} onClose={() => setRebinding(false)} />
        </Suspense>
      ) : null}
      {asked === null ? null : <AgreeDialog work={work} asked={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

const MUTATIONS = {
  date: 'proposeDate',
  move: 'moveAgreedDate',
  responsibility: 'proposeResponsibility',
  'personal-data': 'setPersonalData',
} as const;

function isOffered(kind: keyof typeof MUTATIONS, { may, ticket }: TicketWork): boolean {
  return may(MUTATIONS[kind]) && (kind !== 'responsibility' || ticket.clientActivities.length > 0);
}

function Proposals({ work, run, onRebind }: Part) {
  const text = useText();
  const { ticket, may, busy } = work;
  const answer = ({ id: proposalId, kind }: WholeTicket['proposals'][number], agree: boolean): void => {
    const variables = { input: { ticketId: ticket.id, proposalId, agree } };
    run(
      kind === 'DATE'
        ? work.send(AnswerDateDocument, variables, (data) => data.answerDate)
        : work.send(AnswerResponsibilityDocument, variables, (data) => data.answerResponsibility),
    );
  };
  return ticket.proposals.map((proposal) => (
    <Notice
      key={proposal.id}
      tone={proposal.mayAgree ? 'warn' : 'info'}
      title={text(proposal.mayAgree ? 'agree.proposal.yours' : 'agree.proposal.theirs')}
    >
      <Stack gap="s">
        <p>{proposal.sentence}</p>
        <DeemedConsent at={proposal.deemedAt} />
        {proposal.kind === 'REBINDING' && may('answerRebinding') ? (
          <Button size="small" look={proposal.mayAgree ? 'primary' : 'quiet'} onClick={onRebind}>
            {text('rebinding.look')}
          </Button>
        ) : null}
        {proposal.kind !== 'REBINDING' && may(proposal.kind === 'DATE' ? 'answerDate' : 'answerResponsibility') ? (
          <Row>
            {proposal.mayAgree ? (
              <Button size="small" look="primary" busy={busy} onClick={() => answer(proposal, true)}>
                {text('agree.proposal.agree')}
              </Button>
            ) : null}
            <Button size="small" busy={busy} onClick={() => answer(proposal, false)}>
              {text(proposal.mayAgree ? 'agree.proposal.decline' : 'agree.proposal.withdraw')}
            </Button>
          </Row>
        ) : null}
      </Stack>
    </Notice>
  ));
}

function Waits({ work: { ticket, may }, onAsk }: Part) {
  const text = useText();
  const local = useLocal();
  return ticket.waits
    .flatMap(({ contest, ...wait }) => (contest === 'NONE' ? [] : [{ ...wait, contest }]))
    .map((wait) => (
      <Row key={wait.seq}>
        <Text look="small">
          {local(wait.reason)}: <Time at={wait.from} style="dayTime" /> –{' '}
          {wait.to === null ? text('agree.wait.now') : <Time at={wait.to} style="dayTime" />}
        </Text>
        <Badge tone={wait.contest === 'OPEN' ? 'warn' : 'neutral'} look="outline">
          {text(`agree.contest.${wait.contest}`)}
        </Badge>
        {wait.contest === 'OPEN' && may('settleContest') ? (
          <Button size="small" look="quiet" onClick={() => onAsk({ kind: 'concede', waitingSeq: wait.seq })}>
            {text('agree.ask.concede')}
          </Button>
        ) : null}
      </Row>
    ));
}

function Notices({ work, run }: Part) {
  const text = useText();
  const { ticket, may, busy } = work;
  const [first] = ticket.statutoryNotices;
  if (first === undefined) return null;
  const give = (templateId: string, dutyId: string): void =>
    run(
      work.send(
        GiveStatutoryNoticeDocument,
        { input: { ticketId: ticket.id, templateId, dutyId } },
        (data) => data.giveStatutoryNotice,
      ),
    );
  return (
    <Stack gap="s">
      <Text>{text('agree.law')}</Text>
      {ticket.statutoryNotices.map(({ templateId, dutyId, sentence, source, state }) => (
        <Row key={`${templateId}/${dutyId}`}>
          <Text look="small">
            {sentence} ({source})
          </Text>
          {may('giveStatutoryNotice') && state !== 'MET' ? (
            <Button size="small" look="quiet" busy={busy} onClick={() => give(templateId, dutyId)}>
              {text('agree.law.given')}
            </Button>
          ) : null}
        </Row>
      ))}
      <Text look="secondary">{first.counsel}</Text>
    </Stack>
  );
}
