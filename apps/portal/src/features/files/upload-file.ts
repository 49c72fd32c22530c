export type UploadOutcome = { readonly kind: 'stored'; readonly fileId: string } | { readonly kind: 'too-large' | 'refused' | 'unreachable' };

interface UploadOptions {
  readonly tenantId: string | null;
  readonly language: string;
  readonly signal: AbortSignal;
  /** 0..1 of the bytes that have left. */
  readonly onProgress: (share: number) => void;
}

function fileIdOf(body: string): string | null {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string' ? answer.id : null;
  } catch {
    return null;
  }
}

function outcomeOf({ status, responseText }: XMLHttpRequest): UploadOutcome {
  if (status === 413) return { kind: 'too-large' };
  const fileId = status >= 200 && status < 300 ? fileIdOf(responseText) : null;
  return fileId === null ? { kind: 'refused' } : { kind: 'stored', fileId };
}

/** Sends one file to `POST /files`. By XMLHttpRequest, because `fetch` doesn't tell how much has left. Never rejects. */
export function uploadFile(file: File, { tenantId, language, signal, onProgress }: UploadOptions): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name);
    request.open('POST', '/files');
    request.setRequestHeader('X-Daylight-CSRF', '1');
    request.setRequestHeader('Accept-Language', language);
    if (tenantId !== null) request.setRequestHeader('X-Daylight-Tenant', tenantId);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = () => resolve({ kind: 'unreachable' });
    request.onabort = () => resolve({ kind: 'refused' });
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
