import { Problems, useLocal } from '@daylight/web-app';
import { useDraft, useSession } from '@daylight/web-data';
import { Button, Notice, Prose, Row, Stack, Text, TextArea, useToast } from '@daylight/web-ui';
import { useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import { EditReviewDocument, type ReviewWholeFragment } from './generated/reviews.js';
import classes from './review.module.css';
import { useReviewAct } from './use-review-act.js';

type Section = ReviewWholeFragment['sections'][number];

interface NarrativeProps {
  readonly review: ReviewWholeFragment;
  readonly section: Section;
  readonly editable: boolean;
}

/** What the account manager says in a section: written in both languages while it is a draft, read afterwards. */
export function Narrative({ review, section, editable }: NarrativeProps) {
  const { viewer } = useSession();
  const local = useLocal();
  const kept = useDraft({ userId: viewer.id, tenantId: review.tenantId, object: `review:${review.id}:${section.key}` });
  if (!editable) return section.ko === '' && section.en === '' ? null : <Prose text={local(section)} />;
  return kept.initial === null ? null : (
    <Writer review={review} section={section} kept={kept.initial} onKeep={kept.save} />
  );
}

interface Words {
  readonly ko: string;
  readonly en: string;
}

function readKept(kept: string, section: Section): Words {
  const [ko, en, ...rest] = kept.split('\u0000');
  return ko === undefined || en === undefined || rest.length > 0 ? { ko: section.ko, en: section.en } : { ko, en };
}

function Writer({
  review,
  section,
  kept,
  onKeep,
}: {
  readonly review: ReviewWholeFragment;
  readonly section: Section;
  readonly kept: string;
  readonly onKeep: (text: string) => void;
}) {
  const text = useText();
  const toast = useToast();
  const act = useReviewAct(EditReviewDocument, 'editReview');
  const [words, setWords] = useState<Words>(() => readKept(kept, section));
  const dirty = words.ko !== section.ko || words.en !== section.en;
  useEffect(() => {
    const timer = setTimeout(() => onKeep(dirty ? `${words.ko}\u0000${words.en}` : ''), 500);
    return () => clearTimeout(timer);
  }, [words, dirty, onKeep]);
  async function save(version: number): Promise<void> {
    const changed = await act.run({
      input: { reviewId: review.id, expectedVersion: version, section: section.key, ...words },
    });
    if (changed !== null) toast({ text: text('review.sectionSaved', { section: section.title }) });
  }
  const theirs = act.stale?.sections.find(({ key }) => key === section.key);
  return (
    <Stack gap="s">
      <div className={classes['both']}>
        <TextArea
          label={text('review.words.ko', { section: section.title })}
          value={words.ko}
          onChange={(ko) => setWords({ ...words, ko })}
          rows={5}
        />
        <TextArea
          label={text('review.words.en', { section: section.title })}
          value={words.en}
          onChange={(en) => setWords({ ...words, en })}
          rows={5}
        />
      </div>
      <Problems messages={act.messages} />
      {act.stale === null || theirs === undefined ? null : (
        <Notice tone="warn" live title={text('review.stale')}>
          <Stack gap="s">
            <div className={classes['both']}>
              <p>{theirs.ko || '–'}</p>
              <p>{theirs.en || '–'}</p>
            </div>
            <Row gap="s">
              <Button
                size="small"
                onClick={() => {
                  setWords({ ko: theirs.ko, en: theirs.en });
                  act.forget();
                }}
              >
                {text('stale.takeTheirs')}
              </Button>
              <Button size="small" onClick={() => void save(act.stale?.version ?? review.version)}>
                {text('review.saveMine')}
              </Button>
            </Row>
          </Stack>
        </Notice>
      )}
      {dirty ? (
        <Row justify="between">
          <Text look="small">{text('review.unsaved')}</Text>
          <Row gap="s">
            <Button size="small" onClick={() => setWords({ ko: section.ko, en: section.en })}>
              {text('editor.discard')}
            </Button>
            <Button size="small" busy={act.busy} onClick={() => void save(review.version)}>
              {text('form.save')}
            </Button>
          </Row>
        </Row>
      ) : null}
    </Stack>
  );
}
