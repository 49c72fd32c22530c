/** The body is longer than its source may send. `bytes`: as announced, or as far as it was read. */
export class BodyTooLarge extends Error {
  constructor(readonly bytes: number) {
    super('the body is too large');
  }
}

/** The whole of a body of at most `most` bytes; what is announced as longer isn't read at all. Throws BodyTooLarge. */
export async function readLimited(payload: AsyncIterable<unknown>, announced: number, most: number): Promise<Buffer> {
  if (announced > most) throw new BodyTooLarge(announced);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of payload) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += part.length;
    if (bytes > most) throw new BodyTooLarge(bytes);
    chunks.push(part);
  }
  return Buffer.concat(chunks, bytes);
}
