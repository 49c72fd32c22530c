import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';

/** A mailbox as a mail server keeps it: messages, and which of them were marked as seen. */
export interface ImapBox {
  readonly port: number;
  /** Whom the server's certificate is of and by. */
  readonly ca: string;
  readonly messages: readonly string[];
  readonly seen: Set<number>;
  close(): Promise<void>;
}

/** An IMAP server of one page (RFC 3501 over TLS): enough to look for unseen mail, to fetch it and to mark it. */
export async function startImapServer(messages: readonly string[]): Promise<ImapBox> {
  const folder = mkdtempSync(path.join(tmpdir(), 'daylight-imap-'));
  const file = path.join(folder, 'both.pem');
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', `${file}.key`, '-out', file, '-days', '2'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, ...subject], { stdio: 'ignore' });
  const [cert, key] = [readFileSync(file, 'utf8'), readFileSync(`${file}.key`, 'utf8')];
  rmSync(folder, { recursive: true });
  const seen = new Set<number>();
  const server = createServer({ key, cert }, (socket) => {
    socket.on('error', () => undefined);
    converse(socket, messages, seen);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port: address.port, ca: cert, messages, seen, close };
}

function converse(socket: TLSSocket, messages: readonly string[], seen: Set<number>): void {
  let rest = '';
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const fetched = (uid: number, what: string): void => {
    const message = messages[uid - 1] ?? '';
    const size = Buffer.byteLength(message);
    if (/BODY/.test(what)) say(`* ${uid} FETCH (UID ${uid} BODY[] {${size}}\r\n${message})`);
    else say(`* ${uid} FETCH (UID ${uid} RFC822.SIZE ${size})`);
  };
  const command = (line: string): void => {
    const [tag = '', verb = '', ...words] = line.split(' ');
    const text = words.join(' ');
    const uid = Number(/^\w+ (\d+)/.exec(text)?.[1]);
    if (/^LOGIN|^AUTHENTICATE/i.test(verb) && !text.includes('hunter2')) return say(`${tag} NO wrong password`);
    if (/^CAPABILITY/i.test(verb)) say('* CAPABILITY IMAP4rev1');
    if (/^LIST/i.test(verb)) say('* LIST () "/" INBOX');
    if (/^SELECT/i.test(verb)) {
      for (const each of [`${messages.length} EXISTS`, 'OK [UIDVALIDITY 1]', `OK [UIDNEXT ${messages.length + 1}]`])
        say(`* ${each}`);
    }
    if (/^UID/i.test(verb) && /^SEARCH/i.test(text)) {
      say(`* SEARCH ${messages.flatMap((_, at) => (seen.has(at + 1) ? [] : [at + 1])).join(' ')}`);
    }
    if (/^UID/i.test(verb) && /^FETCH/i.test(text)) fetched(uid, text);
    if (/^UID/i.test(verb) && /^STORE/i.test(text)) seen.add(uid);
    if (/^LOGOUT/i.test(verb)) say('* BYE');
    say(`${tag} OK ${/^SELECT/i.test(verb) ? '[READ-WRITE] ' : ''}done`);
  };
  say('* OK [CAPABILITY IMAP4rev1] here');
  socket.on('data', (chunk) => {
    const lines = `${rest}${chunk.toString('utf8')}`.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') command(line);
  });
}
