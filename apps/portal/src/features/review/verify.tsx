import { useClient } from '@daylight/web-data';
import { Button, ErrorState, Notice, Stack, Text, Time } from '@daylight/web-ui';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { VerifyReviewDocument, type VerifyReviewQuery } from './generated/review.js';

type Result = NonNullable<VerifyReviewQuery['verifyReview']>;

/** Computes the published figures again from the events and says whether they are the same bits (D-KPI-3). */
export function Verify({ reviewId }: { readonly reviewId: string }) {
  const text = useText();
  const client = useClient();
  const [state, setState] = useState<'idle' | 'running' | 'failed' | Result>('idle');
  async function run(): Promise<void> {
    setState('running');
    const { data } = await client
      .query(VerifyReviewDocument, { id: reviewId }, { requestPolicy: 'network-only' })
      .toPromise();
    setState(data?.verifyReview ?? 'failed');
  }
  return (
    <Stack gap="s">
      <Button
        icon={<IconShieldCheck size={17} stroke={1.75} aria-hidden />}
        busy={state === 'running'}
        onClick={() => void run()}
      >
        {text('review.verify')}
      </Button>
      <div aria-live="polite">
        {state === 'failed' ? (
          <ErrorState compact onRetry={() => void run()} />
        ) : typeof state === 'object' ? (
          <Verified result={state} />
        ) : null}
      </div>
    </Stack>
  );
}

function Verified({
  result: { same, checkedAt, tickets, recomputedDigest, differences },
}: {
  readonly result: Result;
}) {
  const text = useText();
  return (
    <Notice tone={same ? 'ok' : 'danger'} title={text(same ? 'review.verify.same' : 'review.verify.differs')}>
      <p>{text('review.verify.tickets', { tickets })}</p>
      <p>
        <Time at={checkedAt} withZone />
      </p>
      <p>
        <Text look="code">{recomputedDigest}</Text>
      </p>
      {differences.length === 0 ? null : (
        <ul>
          {differences.map(({ kind, ticketKey, message, before, after }, index) => (
            <li key={index}>
              {ticketKey === null ? null : `${ticketKey}: `}
              {message}
              {before === null || after === null ? null : ` (${before} → ${after})`}
              <span className="dl-hidden">{kind}</span>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
