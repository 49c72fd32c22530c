import { fileUrl, uploadFile, type UploadOutcome } from './files.js';

class FakeRequest {
  static last: FakeRequest;
  status = 0;
  responseText = '';
  readonly headers: Record<string, string> = {};
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload = (): void => undefined;
  onerror = (): void => undefined;
  onabort = (): void => undefined;
  url = '';
  constructor() {
    FakeRequest.last = this;
  }
  open(_method: string, url: string): void {
    this.url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(): void {
    this.upload.onprogress?.({ loaded: 1, total: 4 });
  }
  abort(): void {
    this.onabort();
  }
  answer(status: number, responseText: string): void {
    Object.assign(this, { status, responseText });
    this.onload();
  }
}

const original = globalThis.XMLHttpRequest;
beforeEach(() => Object.assign(globalThis, { XMLHttpRequest: FakeRequest }));
afterEach(() => Object.assign(globalThis, { XMLHttpRequest: original }));

function start() {
  const shares: number[] = [];
  const control = new AbortController();
  const options = {
    app: 'portal',
    tenantId: 't1',
    language: 'ko',
    signal: control.signal,
    onProgress: (share: number) => void shares.push(share),
  } as const;
  return { done: uploadFile(new File(['abcd'], '로그.txt'), options), shares, control };
}

describe('files', () => {
  it('a link to a file names the company, so that a person of several companies gets it', () => {
    expect([fileUrl('portal', 'f1', 't1'), fileUrl('console', 'f1', null)]).toEqual([
      '/portal/files/f1?tenant=t1',
      '/console/files/f1',
    ]);
  });

  it('an upload tells how much has left and gives the id that the server chose', async () => {
    const { done, shares } = start();
    FakeRequest.last.answer(201, '{"id":"f9"}');
    await expect(done).resolves.toEqual({ kind: 'stored', fileId: 'f9' });
    expect([
      shares,
      FakeRequest.last.url,
      FakeRequest.last.headers['X-Daylight-Tenant'],
      FakeRequest.last.headers['X-Daylight-CSRF'],
    ]).toEqual([[0.25], '/portal/files', 't1', '1']);
  });

  it.each<[number, UploadOutcome['kind']]>([
    [413, 'too-large'],
    [401, 'refused'],
    [400, 'refused'],
    [503, 'unreachable'],
  ])('an upload that ends with %i is %s', async (status, kind) => {
    const { done } = start();
    FakeRequest.last.answer(status, '');
    await expect(done).resolves.toEqual({ kind });
  });

  it('an upload can be called off', async () => {
    const { done, control } = start();
    control.abort();
    await expect(done).resolves.toEqual({ kind: 'refused' });
  });
});
