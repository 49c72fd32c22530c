import { AppLink } from '@daylight/web-app';
import { Notice } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { ConflictCard } from './conflict-card.js';
import type { WorkAnswer } from './ticket-work.js';

/** What a form shows of an answer: nothing when it is done. */
export function answerNode(answer: WorkAnswer): ReactNode {
  switch (answer.kind) {
    case 'done':
      return null;
    case 'refused':
      return (
        <Notice tone="danger" live>
          {answer.message}{' '}
          {answer.goOnAt === null ? null : (
            <AppLink href={`/tickets/${answer.goOnAt.key}`}>{answer.goOnAt.key}</AppLink>
          )}
        </Notice>
      );
    case 'conflict':
      return <ConflictCard conflict={answer.conflict} seen={answer.seen} />;
  }
}
