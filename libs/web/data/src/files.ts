type App = 'portal' | 'console';

/** Where a kept file is fetched from. A plain link sends no header of ours, so the company stands in the address. */
export function fileUrl(app: App, fileId: string, tenantId: string | null): string {
  const path = `/${app}/files/${encodeURIComponent(fileId)}`;
  return tenantId === null ? path : `${path}?tenant=${encodeURIComponent(tenantId)}`;
}

export type UploadOutcome =
  { readonly kind: 'stored'; readonly fileId: string } | { readonly kind: 'too-large' | 'refused' | 'unreachable' };

export interface UploadOptions {
  readonly app: App;
  /** The company that the file is for; null in the console, and where the session implies it. */
  readonly tenantId: string | null;
  readonly language: string;
  readonly signal: AbortSignal;
  /** 0..1 of the bytes that have left. */
  readonly onProgress: (share: number) => void;
}

function fileIdOf(body: string): string | null {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
      ? answer.id
      : null;
  } catch {
    return null;
  }
}

function outcome({ status, responseText }: XMLHttpRequest): UploadOutcome {
  if (status === 413) return { kind: 'too-large' };
  if (status === 0 || status === 502 || status === 503 || status === 504) return { kind: 'unreachable' };
  const fileId = status >= 200 && status < 300 ? fileIdOf(responseText) : null;
  return fileId === null ? { kind: 'refused' } : { kind: 'stored', fileId };
}

/**
 * Sends one file as multipart. By XMLHttpRequest, because `fetch` doesn't tell how much has left. Never rejects; an
 * aborted upload is `refused`.
 */
export function uploadFile(
  file: File,
  { app, tenantId, language, signal, onProgress }: UploadOptions,
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name);
    request.open('POST', `/${app}/files`);
    request.setRequestHeader('X-Daylight-CSRF', '1');
    request.setRequestHeader('Accept-Language', language);
    if (tenantId !== null) request.setRequestHeader('X-Daylight-Tenant', tenantId);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(outcome(request));
    request.onerror = () => resolve({ kind: 'unreachable' });
    request.onabort = () => resolve({ kind: 'refused' });
    signal.addEventListener('abort', () => request.abort());
    if (signal.aborted) resolve({ kind: 'refused' });
    else request.send(body);
  });
}
