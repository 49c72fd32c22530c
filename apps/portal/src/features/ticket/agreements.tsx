import { DeemedConsent, useAnchor, useLocal } from '@daylight/web-app';
import { Badge, Button, Notice, Panel, Row, Stack, Text, Time } from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import {
  AnswerDateDocument,
  AnswerResponsibilityDocument,
  GiveStatutoryNoticeDocument,
  type TicketWholeFragment,
} from './generated/ticket.js';
import type { Asked } from './agree-dialog.js';
import { useAgree, type Agree } from './use-agree.js';

const AgreeDialog = lazy(() => import('./agree-dialog.js'));
const Rebinding = lazy(() => import('./rebinding.js'));

interface Part {
  readonly ticket: TicketWholeFragment;
  readonly agree: Agree;
  readonly onAsk: (asked: Asked) => void;
  readonly onRebind: () => void;
}

/** What both sides agreed, what waits for an answer, what is contested, and what law asks for. */
export function Agreements({ ticket }: { readonly ticket: TicketWholeFragment }) {
  const text = useText();
  const named = useAnchor();
  const agree = useAgree(ticket);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [rebinding, setRebinding] = useState(false);
  const part = { ticket, agree, onAsk: setAsked, onRebind: () => setRebinding(true) };
  const mayRebind = ticket.actions.includes('proposeRebinding');
  const mayPropose = ticket.actions.includes('proposeDate');
  const empty = ticket.agreedDate === null && ticket.proposals.length === 0 && ticket.waits.length === 0;
  if (empty && !mayPropose && !mayRebind && ticket.statutoryNotices.length === 0) return null;
  return (
    <Panel
      title={text('agree.title')}
      anchor="agreements"
      named={named}
      actions={
        mayPropose ? (
          <Button size="small" onClick={() => setAsked({ kind: 'date' })}>
            {text(ticket.agreedDate === null ? 'agree.date.ask' : 'agree.date.change')}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        {agree.problems.length === 0 ? null : (
          <Notice tone="danger" live title={text('act.refused')}>
            {agree.problems.join(' ')}
          </Notice>
        )}
        {ticket.agreedDate === null ? null : (
          <Text>
            {text('agree.date')} <Time at={ticket.agreedDate.dueAt} withZone />{' '}
            <Badge tone={ticket.agreedDate.cause === 'WITHOUT_CONSENT' ? 'danger' : 'neutral'} look="outline">
              {text(`agree.date.${ticket.agreedDate.cause}`)}
            </Badge>
          </Text>
        )}
        <Proposals {...part} />
        <Waits {...part} />
        <Notices {...part} />
        {mayRebind ? (
          <Row>
            <Button size="small" onClick={part.onRebind}>
              {text('rebinding.ask')}
            </Button>
          </Row>
        ) : null}
      </Stack>
      {rebinding ? (
        <Suspense>
          <Rebinding ticket={ticket} onClose={() => setRebinding(false)} />
        </Suspense>
      ) : null}
      {asked === null ? null : (
        <Suspense>
          <AgreeDialog ticket={ticket} asked={asked} agree={agree} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </Panel>
  );
}

function Proposals({ ticket, agree, onRebind }: Part) {
  const text = useText();
  const answer = (proposal: TicketWholeFragment['proposals'][number], yes: boolean): void => {
    const variables = { input: { ticketId: ticket.id, proposalId: proposal.id, agree: yes } };
    if (proposal.kind === 'DATE') void agree.send(AnswerDateDocument, variables, (data) => data.answerDate);
    else void agree.send(AnswerResponsibilityDocument, variables, (data) => data.answerResponsibility);
  };
  const may = (kind: string): boolean =>
    kind !== 'REBINDING' && ticket.actions.includes(kind === 'DATE' ? 'answerDate' : 'answerResponsibility');
  return ticket.proposals.map((proposal) => (
    <Notice
      key={proposal.id}
      tone={proposal.mayAgree ? 'warn' : 'info'}
      title={text(proposal.mayAgree ? 'agree.proposal.yours' : 'agree.proposal.theirs')}
    >
      <Stack gap="s">
        <p>{proposal.sentence}</p>
        <DeemedConsent at={proposal.deemedAt} />
        {proposal.kind === 'REBINDING' && ticket.actions.includes('answerRebinding') ? (
          <Button size="small" look={proposal.mayAgree ? 'primary' : 'quiet'} onClick={onRebind}>
            {text('rebinding.look')}
          </Button>
        ) : null}
        {may(proposal.kind) ? (
          <Row>
            {proposal.mayAgree ? (
              <Button size="small" look="primary" busy={agree.busy} onClick={() => answer(proposal, true)}>
                {text('agree.proposal.agree')}
              </Button>
            ) : null}
            <Button size="small" busy={agree.busy} onClick={() => answer(proposal, false)}>
              {text(proposal.mayAgree ? 'agree.proposal.decline' : 'agree.proposal.withdraw')}
            </Button>
          </Row>
        ) : null}
      </Stack>
    </Notice>
  ));
}

function Waits({ ticket, onAsk }: Part) {
  const text = useText();
  const local = useLocal();
  return ticket.waits.map((wait) => (
    <Row key={wait.seq}>
      <Text look="small">
        {local(wait.reason)}: <Time at={wait.from} style="dayTime" /> –{' '}
        {wait.to === null ? text('agree.wait.now') : <Time at={wait.to} style="dayTime" />}
      </Text>
      {wait.contest === 'NONE' ? null : (
        <Badge tone={wait.contest === 'OPEN' ? 'warn' : 'neutral'} look="outline">
          {text(`agree.contest.${wait.contest}`)}
        </Badge>
      )}
      {wait.contest === 'NONE' && ticket.actions.includes('contestWaiting') ? (
        <Button size="small" look="quiet" onClick={() => onAsk({ kind: 'contest', waitingSeq: wait.seq })}>
          {text('agree.contest')}
        </Button>
      ) : null}
      {wait.contest === 'OPEN' && ticket.actions.includes('settleContest') ? (
        <Button size="small" look="quiet" onClick={() => onAsk({ kind: 'let-stand', waitingSeq: wait.seq })}>
          {text('agree.contest.letStand')}
        </Button>
      ) : null}
    </Row>
  ));
}

function Notices({ ticket, agree }: Part) {
  const text = useText();
  const [first] = ticket.statutoryNotices;
  if (first === undefined) return null;
  const give = (templateId: string, dutyId: string): void => {
    const input = { ticketId: ticket.id, templateId, dutyId };
    void agree.send(GiveStatutoryNoticeDocument, { input }, (data) => data.giveStatutoryNotice);
  };
  return (
    <Stack gap="s">
      <Text>{text('agree.law')}</Text>
      {ticket.statutoryNotices.map(({ templateId, dutyId, sentence, source, state }) => (
        <Row key={`${templateId}/${dutyId}`}>
          <Text look="small">
            {sentence} ({source})
          </Text>
          {ticket.actions.includes('giveStatutoryNotice') && state !== 'MET' ? (
            <Button size="small" look="quiet" busy={agree.busy} onClick={() => give(templateId, dutyId)}>
              {text('agree.law.given')}
            </Button>
          ) : null}
        </Row>
      ))}
      <Text look="secondary">{first.counsel}</Text>
    </Stack>
  );
}
