import { Badge, Row, type Tone } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { ImportLineFragment, ImportState } from './generated/imports.js';

const TONES: Readonly<Record<ImportState, Tone>> = {
  QUEUED: 'neutral',
  READING: 'accent',
  WRITING: 'accent',
  DONE: 'ok',
  CANCELLED: 'neutral',
  FAILED: 'danger',
  UNDOING: 'warn',
  UNDONE: 'neutral',
};

export const isRunning = (state: ImportState): boolean =>
  state === 'QUEUED' || state === 'READING' || state === 'WRITING' || state === 'UNDOING';

/** How far a run has come; a dry run says that it wrote nothing. */
export function RunBadge({ run }: { readonly run: Pick<ImportLineFragment, 'state' | 'dryRun'> }) {
  const text = useText();
  return (
    <Row gap="xs">
      <Badge tone={TONES[run.state]}>{text(`import.state.${run.state}`)}</Badge>
      {run.dryRun ? <Badge look="outline">{text('import.dryRun')}</Badge> : null}
    </Row>
  );
}
