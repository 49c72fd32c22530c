import { Worker } from 'node:worker_threads';
import type { ReadMail } from './read-mail.js';
import type { ThreadWord } from './thread.js';

/** A mail as read, or that it took more time or memory than any honest one does (M8). */
export type ReadOutcome =
  { readonly kind: 'read'; readonly mail: ReadMail } | { readonly kind: 'unreadable'; readonly error: string };

export interface MailReader {
  read(raw: Buffer): Promise<ReadOutcome>;
  close(): Promise<void>;
}

export interface ReaderOptions {
  /** The thread's program, which calls `serveMailReader`. */
  readonly program: URL;
  /** One mail may take so long (ms). */
  readonly timeLimitMs?: number;
  readonly memoryLimitMb?: number;
}

const TIME_LIMIT_MS = 8_000;
const MEMORY_LIMIT_MB = 192;
const START_LIMIT_MS = 60_000;

/**
 * Reads mail in a thread, one at a time: parsing and sanitising never hold up the process's own loop, and what takes too long
 * or too much is ended with its thread while the next mail gets a new one.
 */
export function mailReader(options: ReaderOptions): MailReader {
  let thread: Thread | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const readOne = async (raw: Buffer): Promise<ReadOutcome> => {
    thread ??= new Thread(options);
    const outcome = await thread.read(raw, options.timeLimitMs ?? TIME_LIMIT_MS);
    if (thread.ended) thread = null;
    return outcome;
  };
  return {
    read: (raw) => {
      const turn = last.then(() => readOne(raw));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await last;
      await thread?.end();
      thread = null;
    },
  };
}

/** One thread and the mail in its hands. */
class Thread {
  ended = false;
  private readonly worker: Worker;
  private readonly ready: Promise<string | null>;
  private hear: (word: ThreadWord) => void = () => undefined;

  constructor({ program, memoryLimitMb }: ReaderOptions) {
    this.worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb ?? MEMORY_LIMIT_MB, maxYoungGenerationSizeMb: 32 },
      // It needs nothing of what the process knows, least of all its secrets.
      env: {},
      name: 'mail-reader',
    });
    // A process that has nothing else to do may end.
    this.worker.unref();
    this.worker.on('message', (word: ThreadWord) => this.hear(word));
    this.worker.on('error', (error: Error) => this.hear({ kind: 'unreadable', error: error.message }));
    this.worker.on('exit', () => {
      this.ended = true;
      this.hear({ kind: 'unreadable', error: 'the reading thread ended' });
    });
    this.ready = this.word(START_LIMIT_MS, () => undefined).then((word) =>
      word.kind === 'ready' ? null : word.kind === 'unreadable' ? word.error : 'the thread spoke out of turn',
    );
  }

  async read(raw: Buffer, limitMs: number): Promise<ReadOutcome> {
    const trouble = await this.ready;
    // A thread that can't start says nothing about the mail: its job is to be tried again.
    if (trouble !== null) {
      await this.end();
      throw new Error(`mail can't be read: ${trouble}`);
    }
    const bytes = new Uint8Array(raw);
    const word = await this.word(limitMs, () => this.worker.postMessage(bytes, [bytes.buffer]));
    if (word.kind === 'read') return word;
    await this.end();
    return word.kind === 'ready' ? { kind: 'unreadable', error: 'the thread spoke out of turn' } : word;
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.worker.terminate();
  }

  /** The next word of the thread; that it took too long where none comes. */
  private word(limitMs: number, ask: () => void): Promise<ThreadWord> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.hear({ kind: 'unreadable', error: `not read within ${limitMs} ms` }),
        limitMs,
      );
      this.hear = (word) => {
        clearTimeout(timer);
        this.hear = () => undefined;
        resolve(word);
      };
      ask();
    });
  }
}
