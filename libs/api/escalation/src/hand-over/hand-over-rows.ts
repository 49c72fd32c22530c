import { statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { Instant, LocalizedText } from '@daylight/domain';

interface NoteRow {
  readonly note_id: string;
  readonly schedule_id: string;
  readonly schedule_name: LocalizedText;
  readonly from_person: string;
  readonly from_name: string;
  readonly to_person: string | null;
  readonly to_name: string | null;
  readonly changes_at: Instant | null;
  readonly body: string;
  readonly written_at: Instant;
  readonly read_by: string | null;
  readonly read_name: string | null;
  readonly read_at: Instant | null;
}

const SELECT = `select h.note_id, h.schedule_id, jsonb_build_object('ko', s.name_ko, 'en', s.name_en) as schedule_name, h.from_person,
    f.display_name as from_name, h.to_person, t.display_name as to_name, h.changes_at, h.body, h.written_at, h.read_by,
    r.display_name as read_name, h.read_at
  from on_call_hand_over h
  join on_call_schedule s on s.provider_id = h.provider_id and s.schedule_id = h.schedule_id
  join person f on f.provider_id = h.provider_id and f.person_id = h.from_person
  left join person t on t.provider_id = h.provider_id and t.person_id = h.to_person
  left join person r on r.provider_id = h.provider_id and r.person_id = h.read_by`;
const LIST = statement<NoteRow>(
  'on-call-hand-overs',
  `${SELECT} where h.provider_id = $1 and ($2::uuid is null or h.schedule_id = $2)
   order by h.written_at desc, h.note_id desc limit 50`,
);
const ONE = statement<NoteRow>('on-call-hand-over', `${SELECT} where h.provider_id = $1 and h.note_id = $2`);

function personOf(id: string | null, name: string | null) {
  return id === null ? null : { id, displayName: name ?? '—', side: 'PROVIDER' as const };
}

function noteView(row: NoteRow) {
  return {
    ...{ id: row.note_id, scheduleId: row.schedule_id, scheduleName: row.schedule_name, body: row.body },
    ...{ from: personOf(row.from_person, row.from_name), to: personOf(row.to_person, row.to_name) },
    ...{ changesAt: row.changes_at, writtenAt: row.written_at },
    ...{ readBy: personOf(row.read_by, row.read_name), readAt: row.read_at },
  };
}

/** `HandOverNote` of the schema. */
export type NoteView = ReturnType<typeof noteView>;

/** Notes of a schedule (null: of all), the newest first, at most 50. One statement. */
export async function handOverNotes(tx: Tx<StaffScope>, scheduleId: string | null): Promise<readonly NoteView[]> {
  return (await tx.query(LIST, [tx.scope.providerId, scheduleId])).map(noteView);
}

/** One note; null: none in sight. */
export async function handOverNote(tx: Tx<StaffScope>, noteId: string): Promise<NoteView | null> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, noteId]);
  return row === undefined ? null : noteView(row);
}
