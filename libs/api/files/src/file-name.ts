const LONGEST = 200;
const UNSAFE = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069/\\]/g;

/** A file's name as it may be kept and offered: no path, no control or direction characters, composed Hangul, some length. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = last.replaceAll(UNSAFE, '').trim().replace(/^\.+/, '');
  const shortened = [...clean].slice(-LONGEST).join('');
  return shortened === '' ? 'file' : shortened;
}

const TOKEN = /^[\w!#$&^.+-]{1,80}\/[\w!#$&^.+-]{1,80}$/;

/** A media type without parameters; what isn't one is bytes. */
export function safeMediaType(type: string): string {
  const [bare = ''] = type.split(';');
  const clean = bare.trim().toLowerCase();
  return TOKEN.test(clean) ? clean : 'application/octet-stream';
}

/** `Content-Disposition` that makes every browser save the file under its name, Korean included (RFC 6266). */
export function asDownload(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
