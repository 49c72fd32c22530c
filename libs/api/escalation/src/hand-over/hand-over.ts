import {
  inputRefused,
  isId,
  notFoundResult,
  textProblems,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import { handOverOf, type LocalizedText } from '@daylight/domain';
import { scheduleRows } from '../documents/document-rows.js';
import { HAND_OVER } from '../messages.js';
import { handOverNote, type NoteView } from './hand-over-rows.js';

const WRITE = statement(
  'on-call-hand-over-write',
  `insert into on_call_hand_over (provider_id, note_id, schedule_id, from_person, to_person, changes_at, body, written_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
// The first who has read it stays on record.
const READ = statement(
  'on-call-hand-over-read',
  `update on_call_hand_over set read_by = $3, read_at = $4 where provider_id = $1 and note_id = $2 and read_by is null`,
);
const MOST = 8_000;

type Written = { readonly __typename: 'HandOverWritten'; readonly note: NoteView };
type Read = { readonly __typename: 'HandOverRead'; readonly note: NoteView };

function refused({ scope }: Tx<StaffScope>, path: string, kind: string, words: LocalizedText): InputRefused {
  return inputRefused([{ path, kind, message: words[scope.language] }]);
}

/** Leaves a note for whoever is on call next. Only whoever is on call, or was until half a day ago, has something to leave. */
export async function writeHandOver(
  tx: Tx<StaffScope>,
  { scheduleId, body }: { readonly scheduleId: string; readonly body: string },
): Promise<Written | InputRefused | NotFound> {
  const { providerId, personId, language } = tx.scope;
  const [schedule] = isId(scheduleId) ? await scheduleRows(tx, false, scheduleId) : [];
  if (schedule === undefined) return notFoundResult('schedule');
  const problems = textProblems(body, { path: 'body', max: MOST, language });
  if (problems.length > 0) return inputRefused(problems);
  const over = handOverOf(schedule.document, personId, tx.now);
  if (over === null) return refused(tx, 'scheduleId', 'NOT_ON_CALL', HAND_OVER.notOnCall);
  const id = newId();
  const at = over.at === null ? null : timestamp(over.at);
  const who = [providerId, id, scheduleId, personId, over.toPersonId, at];
  await tx.query(WRITE, [...who, body.trim(), timestamp(tx.now)]);
  const about = { objectType: 'on-call-hand-over', objectId: id, tenantId: null };
  await recordAudit(tx, { action: 'on-call.hand-over', ...about, after: { scheduleId, toPersonId: over.toPersonId } });
  const note = await handOverNote(tx, id);
  if (note === null) throw new Error('a note that was written is gone');
  return { __typename: 'HandOverWritten', note };
}

/** Says that a note was read; its author can't say so. */
export async function readHandOver(
  tx: Tx<StaffScope>,
  { noteId }: { readonly noteId: string },
): Promise<Read | InputRefused | NotFound> {
  const { providerId, personId } = tx.scope;
  const before = isId(noteId) ? await handOverNote(tx, noteId) : null;
  if (before === null) return notFoundResult('note');
  if (before.from?.id === personId) return refused(tx, 'noteId', 'OWN_NOTE', HAND_OVER.ownNote);
  if (before.readBy === null) {
    await tx.query(READ, [providerId, noteId, personId, timestamp(tx.now)]);
    const about = { objectType: 'on-call-hand-over', objectId: noteId, tenantId: null };
    await recordAudit(tx, { action: 'on-call.hand-over-read', ...about });
  }
  return { __typename: 'HandOverRead', note: (await handOverNote(tx, noteId)) ?? before };
}
