import { Problems } from '@daylight/web-app';
import { useClient } from '@daylight/web-data';
import {
  Badge,
  Button,
  EmptyState,
  Facts,
  Notice,
  Panel,
  Row,
  Select,
  Stack,
  Text,
  TextArea,
  Time,
  useToast,
} from '@daylight/web-ui';
import { IconCircleCheck, IconClock, IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import {
  CommentReviewDocument,
  VerifyReviewDocument,
  type ReviewSectionKey,
  type ReviewWholeFragment,
  type VerifyReviewQuery,
} from './generated/reviews.js';
import classes from './review.module.css';
import { useReviewAct } from './use-review-act.js';

interface SideProps {
  readonly review: ReviewWholeFragment;
}

const PARTIES = ['PROVIDER', 'CLIENT'] as const;

/** Who has signed exactly which bytes, and who hasn't. */
export function SignaturesPanel({ review }: SideProps) {
  const text = useText();
  return (
    <Panel title={text('review.signatures')}>
      <Stack gap="s">
        {PARTIES.map((party) => {
          const signature = review.signatures.find((each) => each.party === party);
          return (
            <div key={party}>
              <Row gap="s" justify="between">
                <Text look="strong">{text(`party.${party}`)}</Text>
                {signature === undefined ? (
                  <Badge look="outline" icon={<IconClock aria-hidden />}>
                    {text(review.status === 'DRAFT' ? 'review.notYet' : 'review.awaited')}
                  </Badge>
                ) : (
                  <Badge tone="ok" icon={<IconCircleCheck aria-hidden />}>
                    {text('review.hasSigned')}
                  </Badge>
                )}
              </Row>
              {signature === undefined ? null : (
                <Text look="small">
                  {[
                    signature.person?.displayName,
                    signature.onBehalfOf === null
                      ? null
                      : text('onBehalfOf', { name: signature.onBehalfOf.displayName }),
                    signature.title,
                    text(`review.form.${signature.form}`),
                  ]
                    .filter((part) => part !== null && part !== undefined)
                    .join(' · ')}{' '}
                  · <Time at={signature.at} />
                </Text>
              )}
              {signature?.sealedCopy == null ? null : (
                <p>
                  <a href={`/console/files/${signature.sealedCopy.id}`} download={signature.sealedCopy.name}>
                    {signature.sealedCopy.name}
                  </a>
                </p>
              )}
            </div>
          );
        })}
      </Stack>
    </Panel>
  );
}

/** The frozen document: its digests, its PDFs, and whether the figures can be computed again. */
export function EvidencePanel({ review }: SideProps) {
  const text = useText();
  const client = useClient();
  const [state, setState] = useState<'idle' | 'running' | 'failed' | NonNullable<VerifyReviewQuery['verifyReview']>>(
    'idle',
  );
  if (review.status === 'DRAFT') return null;
  async function verify(): Promise<void> {
    setState('running');
    const { data } = await client
      .query(VerifyReviewDocument, { id: review.id }, { requestPolicy: 'network-only' })
      .toPromise();
    setState(data?.verifyReview ?? 'failed');
  }
  return (
    <Panel title={text('review.evidence')}>
      <Stack gap="s">
        <Facts
          items={[
            { term: text('review.digest'), value: <Text look="code">{review.digest?.slice(0, 16)}…</Text> },
            {
              term: text('review.figuresDigest'),
              value: <Text look="code">{review.figuresDigest?.slice(0, 16)}…</Text>,
            },
          ]}
        />
        {review.documents.length === 0 ? <Text look="small">{text('review.pdfComing')}</Text> : null}
        {review.documents.map(({ language, file }) => (
          <a key={language} href={`/console/files/${file.id}`} download={file.name}>
            <IconDownload size={16} aria-hidden />{' '}
            {text('review.pdf', { language: language === 'ko' ? '한국어' : 'English' })}
          </a>
        ))}
        <Button
          size="small"
          icon={<IconShieldCheck size={16} aria-hidden />}
          busy={state === 'running'}
          onClick={() => void verify()}
        >
          {text('review.verify')}
        </Button>
        <div aria-live="polite">
          {state === 'failed' ? (
            <Problems messages={[text('form.unreachable')]} />
          ) : typeof state === 'object' ? (
            <Verified result={state} />
          ) : null}
        </div>
      </Stack>
    </Panel>
  );
}

function Verified({ result }: { readonly result: NonNullable<VerifyReviewQuery['verifyReview']> }) {
  const text = useText();
  return (
    <Notice tone={result.same ? 'ok' : 'danger'} title={text(result.same ? 'review.same' : 'review.differs')}>
      <p>
        {text('review.recomputed', { tickets: result.tickets })} <Time at={result.checkedAt} />
      </p>
      {result.differences.length === 0 ? null : (
        <ul>
          {result.differences.map(({ ticketKey, message, before, after }, index) => (
            <li key={index}>
              {ticketKey === null ? '' : `${ticketKey}: `}
              {message}
              {before === null || after === null ? '' : ` (${before} → ${after})`}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** What both sides say about it. */
export function CommentsPanel({ review }: SideProps) {
  const text = useText();
  const toast = useToast();
  const act = useReviewAct(CommentReviewDocument, 'commentReview');
  const [body, setBody] = useState('');
  const [section, setSection] = useState<ReviewSectionKey | 'WHOLE'>('WHOLE');
  const titleOf = (key: ReviewSectionKey | null): string =>
    key === null ? text('review.whole') : (review.sections.find((each) => each.key === key)?.title ?? key);
  async function send(): Promise<void> {
    const changed = await act.run({
      input: { reviewId: review.id, section: section === 'WHOLE' ? null : section, body },
    });
    if (changed === null) return;
    setBody('');
    toast({ text: text('review.commented') });
  }
  return (
    <Panel title={text('review.comments')}>
      <Stack gap="s">
        {review.comments.length === 0 ? (
          <EmptyState compact title={text('review.noComments')}>
            {text(review.shared || review.status !== 'DRAFT' ? 'review.clientReads' : 'review.clientDoesNot')}
          </EmptyState>
        ) : null}
        <div>
          {review.comments.map((comment) => (
            <div key={comment.id} className={classes['comment']}>
              <Row gap="xs">
                <Text look="strong">{comment.author?.displayName ?? '–'}</Text>
                <Badge look="outline" tone={comment.side === 'CLIENT' ? 'accent' : 'neutral'}>
                  {text(comment.side === 'CLIENT' ? 'party.CLIENT' : 'party.PROVIDER')}
                </Badge>
              </Row>
              <p>{comment.body}</p>
              <Text look="small">
                {titleOf(comment.section)} · <Time at={comment.at} />
              </Text>
            </div>
          ))}
        </div>
        {review.actionsAllowed.includes('commentReview') ? (
          <>
            <Select
              label={text('review.about')}
              value={section}
              options={[
                { value: 'WHOLE' as const, label: text('review.whole') },
                ...review.sections.map(({ key, title }) => ({ value: key, label: title })),
              ]}
              onChange={setSection}
            />
            <TextArea label={text('review.comment')} value={body} onChange={setBody} rows={3} />
            <Problems messages={act.messages} />
            <Row justify="end">
              <Button size="small" busy={act.busy} disabled={body.trim() === ''} onClick={() => void send()}>
                {text('review.send')}
              </Button>
            </Row>
          </>
        ) : null}
      </Stack>
    </Panel>
  );
}
