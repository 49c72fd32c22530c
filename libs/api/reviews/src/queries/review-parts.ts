import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { ContractParty, Instant, LocalDate, Side } from '@daylight/domain';
import type { StoredSignature } from '../model/review.row.js';

/** A person by the directory: what both sides may see. One who left is still somebody. */
const NAME = (column: string) =>
  `(select d.display_name from directory_entry d where d.provider_id = x.provider_id and d.person_id = x.${column} limit 1)`;

export const ACTIONS = statement<ActionRow>(
  'review-actions',
  `select x.action_id, x.title_ko, x.title_en, x.owner, x.owner_person_id, ${NAME('owner_person_id')} as owner_name, x.due_date,
     x.state, x.closed_at, x.closing_note, x.carried_from
   from review_action x where x.provider_id = $1 and x.review_id = $2 order by x.created_at, x.action_id`,
);
const COMMENTS = statement<CommentRow>(
  'review-comments',
  `select x.comment_id, x.section, x.at, x.author_id, x.side, x.body, ${NAME('author_id')} as author_name
   from review_comment x where x.provider_id = $1 and x.review_id = $2 order by x.at, x.comment_id limit 500`,
);
export const SIGNATURES = statement<SignatureRow>(
  'review-signatures',
  `select x.party, x.person_id, x.title, x.form, x.at, x.address, x.digest, x.pdf_sha256, x.sealed_copy_id,
     x.on_behalf_of, ${NAME('on_behalf_of')} as behalf_name, ${NAME('person_id')} as person_name, f.name as file_name, f.media_type, f.size_bytes, f.sha256, f.uploaded_at
   from review_signature x left join file f on f.provider_id = x.provider_id and f.file_id = x.sealed_copy_id
   where x.provider_id = $1 and x.review_id = $2 order by x.at, x.party`,
);
const ADDENDA = statement<AddendumRow>(
  'review-addenda',
  `select x.addendum_id, x.at, x.author_id, x.body_ko, x.body_en, ${NAME('author_id')} as author_name
   from review_addendum x where x.provider_id = $1 and x.review_id = $2 order by x.at, x.addendum_id`,
);
const DOCUMENTS = statement<FileColumns & { language: string; file_id: string }>(
  'review-documents',
  `select distinct on (x.language) x.language, x.file_id, f.name as file_name, f.media_type, f.size_bytes, f.sha256, f.uploaded_at
   from review_document x join file f on f.provider_id = x.provider_id and f.file_id = x.file_id
   where x.provider_id = $1 and x.review_id = $2 order by x.language desc, x.stage desc`,
);
const NEIGHBOURS = statement<{ review_id: string; before: boolean }>(
  'review-neighbours',
  `(select review_id, true as before from review where provider_id = $1 and tenant_id = $2 and period_to <= $3 order by period_to desc, review_id desc limit 1)
   union all
   (select review_id, false from review where provider_id = $1 and tenant_id = $2 and period_from >= $4 order by period_from, review_id limit 1)`,
);
const SUBJECTS = statement<{ ticket_id: string; subject: string }>(
  'review-subjects',
  'select ticket_id, subject from ticket where provider_id = $1 and ticket_id = any ($2::uuid[])',
);

export interface ActionRow {
  readonly action_id: string;
  readonly title_ko: string;
  readonly title_en: string;
  readonly owner: ContractParty;
  readonly owner_person_id: string | null;
  readonly owner_name: string | null;
  readonly due_date: LocalDate | null;
  readonly state: 'OPEN' | 'DONE' | 'DROPPED';
  readonly closed_at: Instant | null;
  readonly closing_note: string | null;
  readonly carried_from: string | null;
}

interface CommentRow {
  readonly comment_id: string;
  readonly section: string | null;
  readonly at: Instant;
  readonly author_id: string;
  readonly author_name: string | null;
  readonly side: Side;
  readonly body: string;
}

interface FileColumns {
  readonly file_name: string | null;
  readonly media_type: string | null;
  readonly size_bytes: number | null;
  readonly sha256: string | null;
  readonly uploaded_at: Instant | null;
}

export type SignatureRow = StoredSignature &
  FileColumns & { readonly person_name: string | null; readonly behalf_name: string | null };

interface AddendumRow {
  readonly addendum_id: string;
  readonly at: Instant;
  /** null: Daylight itself named a verdict that changed. */
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly body_ko: string;
  readonly body_en: string;
}

function person(id: string | null, name: string | null, side: Side) {
  return id === null ? null : { id, displayName: name ?? '—', side };
}

function fileView(id: string | null, row: FileColumns) {
  const { file_name: name, media_type: mediaType, size_bytes: sizeBytes, sha256, uploaded_at: uploadedAt } = row;
  return id === null || name === null ? null : { id, name, mediaType, sizeBytes, sha256, uploadedAt, uploadedBy: null };
}

function actionView(row: ActionRow, today: LocalDate) {
  const { state, owner, due_date: dueDate } = row;
  return {
    ...{
      id: row.action_id,
      title: { ko: row.title_ko, en: row.title_en },
      owner,
      dueDate,
      state,
      closedAt: row.closed_at,
    },
    ...{
      ownerPerson: person(row.owner_person_id, row.owner_name, owner),
      closingNote: row.closing_note,
      carriedFrom: row.carried_from,
    },
    overdue: state === 'OPEN' && dueDate !== null && dueDate < today,
  };
}

function signatureView(row: SignatureRow, reader: Side) {
  const { party, title, at, form, digest } = row;
  return {
    ...{
      party,
      title,
      at,
      form,
      digest,
      pdfSha256: row.pdf_sha256,
      person: person(row.person_id, row.person_name, party),
      onBehalfOf: person(row.on_behalf_of, row.behalf_name, party),
    },
    address: party === reader ? row.address : null,
    sealedCopy: fileView(row.sealed_copy_id, row),
  };
}

export interface PartsWanted {
  readonly reviewId: string;
  readonly tenantId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly today: LocalDate;
}

/** What hangs on a review, in statements that go out together. */
export async function reviewParts(tx: Tx, { reviewId, tenantId, from, to, today }: PartsWanted) {
  const values = [tx.scope.providerId, reviewId];
  const [actions, comments, signatures, addenda, documents, neighbours] = await Promise.all([
    tx.query(ACTIONS, values),
    tx.query(COMMENTS, values),
    tx.query(SIGNATURES, values),
    tx.query(ADDENDA, values),
    tx.query(DOCUMENTS, values),
    tx.query(NEIGHBOURS, [tx.scope.providerId, tenantId, timestamp(from), timestamp(to)]),
  ]);
  return {
    actions: actions.map((row) => actionView(row, today)),
    comments: comments.map((row) => ({
      ...{ id: row.comment_id, at: row.at, section: row.section, side: row.side, body: row.body },
      author: person(row.author_id, row.author_name, row.side),
    })),
    signatures: signatures.map((row) => signatureView(row, tx.scope.side)),
    addenda: addenda.map((row) => ({
      ...{ id: row.addendum_id, at: row.at, author: person(row.author_id, row.author_name, 'PROVIDER') },
      body: { ko: row.body_ko, en: row.body_en },
    })),
    documents: documents.flatMap((row) => {
      const file = fileView(row.file_id, row);
      return file === null ? [] : [{ language: row.language, file }];
    }),
    previousId: neighbours.find(({ before }) => before)?.review_id ?? null,
    nextId: neighbours.find(({ before }) => !before)?.review_id ?? null,
  };
}

/** Subjects of the tickets that the reader may see; the others are missing. */
export async function subjectsOf(tx: Tx, ticketIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await tx.query(SUBJECTS, [tx.scope.providerId, [...new Set(ticketIds)]]);
  return new Map(rows.map((row) => [row.ticket_id, row.subject]));
}
