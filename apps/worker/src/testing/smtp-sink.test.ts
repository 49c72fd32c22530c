import { createServer, type Server, type Socket } from 'node:net';

/** A mail as the sink took it: envelope and raw content. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** What the sink answers to a recipient; null: takes it. */
export type Judge = (recipient: string, attempt: number) => string | null;

export interface SmtpSink {
  readonly url: string;
  readonly taken: TakenMail[];
  judge: Judge;
  close(): Promise<void>;
}

/** A mail server of one page: enough SMTP (RFC 5321) to take mails, to greylist and to refuse. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const taken: TakenMail[] = [];
  const attempts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const state: { judge: Judge } = { judge: () => null };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, taken, (recipient) => {
      const attempt = (attempts.get(recipient) ?? 0) + 1;
      attempts.set(recipient, attempt);
      return state.judge(recipient, attempt);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    get judge() {
      return state.judge;
    },
    set judge(judge) {
      state.judge = judge;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, taken: TakenMail[], judge: (recipient: string) => string | null): void {
  let from = '';
  let to: string[] = [];
  let content: string[] | null = null;
  let rest = '';
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

  const command = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') say('250-sink\r\n250 8BITMIME');
    else if (verb === 'MAIL') {
      from = addressIn(line);
      to = [];
      say('250 ok');
    } else if (verb === 'RCPT') {
      const refusal = judge(addressIn(line));
      if (refusal === null) to.push(addressIn(line));
      say(refusal ?? '250 ok');
    } else if (verb === 'DATA') {
      content = [];
      say('354 go on');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say('250 ok');
  };
  const line = (text: string): void => {
    if (content === null) return command(text);
    if (text !== '.') return void content.push(text.startsWith('..') ? text.slice(1) : text);
    taken.push({ from, to, raw: content.join('\r\n') });
    content = null;
    say('250 taken');
  };
  say('220 sink');
  socket.on('data', (chunk) => {
    const lines = `${rest}${chunk.toString('utf8')}`.split('\r\n');
    rest = lines.pop() ?? '';
    for (const each of lines) line(each);
  });
}
