import { Problems } from '@daylight/web-app';
import { Button, Notice } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { elsewhere, type FieldProblem } from './field-problems.js';

interface Kept {
  readonly version: number;
  readonly archived: boolean;
}

/** What an editor knows of its document's fate: the version it writes over, what was refused, that it changed meanwhile. */
export function useKept(stored: Kept | null) {
  const text = useText();
  const [version, setVersion] = useState(stored?.version ?? null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [stale, setStale] = useState(false);
  return {
    version,
    problems,
    stale,
    /** Saving once more writes over `current`. */
    changedMeanwhile: (current: Pick<Kept, 'version'>): void => {
      setVersion(current.version);
      setStale(true);
    },
    refusals: {
      InputRefused: (refused: { readonly problems: readonly FieldProblem[] }): void => setProblems(refused.problems),
      NotFound: (): void => setProblems([{ path: '', message: text('page.gone') }]),
    },
  };
}

interface KeptActionsProps {
  /** null: a new one. */
  readonly stored: Kept | null;
  readonly busy: boolean;
  readonly onSave: (archived: boolean) => void;
}

/** Saves a document as it is, or puts it away and back. */
export function KeptActions({ stored, busy, onSave }: KeptActionsProps) {
  const text = useText();
  return (
    <>
      {stored === null ? null : (
        <Button busy={busy} onClick={() => onSave(!stored.archived)}>
          {text(stored.archived ? 'calendars.unarchive' : 'calendars.archive')}
        </Button>
      )}
      <Button look="primary" busy={busy} onClick={() => onSave(stored?.archived ?? false)}>
        {text('form.save')}
      </Button>
    </>
  );
}

interface KeptTroubleProps {
  readonly problems: readonly FieldProblem[];
  /** Parts of the document that say themselves what is wrong with them. */
  readonly parts: readonly string[];
  readonly stale: boolean;
}

/** Why a document wasn't saved, above it; what a field says is only counted here. */
export function KeptTrouble({ problems, parts, stale }: KeptTroubleProps) {
  const text = useText();
  const nowhere = elsewhere(problems, parts).map(({ message }) => message);
  return (
    <>
      <Problems title={text('form.refused')} messages={nowhere} />
      {problems.length > 0 && nowhere.length === 0 ? <Notice tone="danger" live title={text('form.refused')} /> : null}
      {stale ? (
        <Notice tone="warn" live>
          {text('schedule.stale')}
        </Notice>
      ) : null}
    </>
  );
}
