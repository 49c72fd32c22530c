import type { AttachmentRow, MessageRow } from '../queries/detail-statements.js';
import { personView } from './ticket-row.js';

function fileView(row: AttachmentRow) {
  return {
    ...{ id: row.file_id, name: row.name, mediaType: row.media_type, sizeBytes: row.size_bytes, sha256: row.sha256 },
    uploadedAt: row.uploaded_at,
    uploadedBy: personView(row.uploaded_by, row.uploader_name, row.uploader_side ?? 'CLIENT'),
  };
}

function messageView(row: MessageRow, attachments: readonly AttachmentRow[]) {
  return {
    ...{
      id: row.message_id,
      at: row.at,
      side: row.side,
      body: row.body,
      automatic: row.automatic,
      question: row.question,
    },
    author: personView(row.author_id, row.author_name, row.side),
    attachments: attachments.filter(({ message_id }) => message_id === row.message_id).map(fileView),
    ...{ visibility: row.visibility, withdrawnAt: row.withdrawn_at },
  };
}

/** The thread in order, and the files of the opening and of every message. */
export function messageViews(messages: readonly MessageRow[], attachments: readonly AttachmentRow[]) {
  return { messages: messages.map((row) => messageView(row, attachments)), attachments: attachments.map(fileView) };
}
