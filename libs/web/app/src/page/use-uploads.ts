import { uploadFile, useSession } from '@daylight/web-data';
import { useLanguage, type FileItem } from '@daylight/web-ui';
import { useCallback, useRef, useState } from 'react';
import { useText } from '../text.js';

/** Largest file that is sent; the server has the last word. */
export const MAX_FILE_BYTES = 25 * 1_048_576;

interface Upload extends FileItem {
  /** Given by the server once it has the bytes. */
  readonly fileId: string | null;
}

export interface Uploads {
  readonly files: readonly FileItem[];
  /** Ids of what has arrived. */
  readonly fileIds: readonly string[];
  /** Something is still on its way: don't send yet. */
  readonly busy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
}

/** Files on their way to the server, each with its own progress and its own failure. */
export function useUploads(): Uploads {
  const text = useText();
  const language = useLanguage();
  const { app, tenant } = useSession();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const count = useRef(0);
  const running = useRef(new Map<string, AbortController>());
  const change = useCallback(
    (id: string, part: Partial<Upload>) =>
      setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one))),
    [],
  );

  function start(file: File): Upload {
    count.current += 1;
    const id = `upload-${count.current}`;
    const control = new AbortController();
    running.current.set(id, control);
    const options = {
      app,
      tenantId: tenant?.id ?? null,
      language,
      signal: control.signal,
      onProgress: (progress: number) => change(id, { progress }),
    };
    void uploadFile(file, options).then((outcome) => {
      running.current.delete(id);
      if (outcome.kind === 'stored') change(id, { progress: null, fileId: outcome.fileId });
      else change(id, { progress: null, error: text(`file.problem.${outcome.kind}`) });
    });
    return { id, name: file.name, bytes: file.size, progress: 0, error: null, fileId: null };
  }

  return {
    files: uploads,
    fileIds: uploads.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
    busy: uploads.some(({ fileId, error }) => fileId === null && error === null),
    add: (files) => setUploads([...uploads, ...files.map(start)]),
    remove: (id) => {
      running.current.get(id)?.abort();
      setUploads((before) => before.filter((one) => one.id !== id));
    },
    clear: () => setUploads([]),
  };
}
