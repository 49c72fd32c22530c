// Lines of a stream of bytes, whatever their endings.

/** Longer lines are nobody's case: they are given up instead of filling the memory. */
const LONGEST = 16 * 1024 * 1024;

/** The lines of a UTF-8 stream; null stands for one that is longer than anybody's case. A BOM at the start is none of them. */
export async function* linesOf(stream) {
  const decoder = new TextDecoder();
  let rest = '';
  let tooLong = false;
  for await (const chunk of stream) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield tooLong ? null : rest + text.slice(from, end);
      [rest, tooLong, from] = ['', false, end + 1];
    }
    if (!tooLong) rest += text.slice(from);
    if (rest.length > LONGEST) [rest, tooLong] = ['', true];
  }
  rest += decoder.decode();
  if (tooLong) yield null;
  else if (rest !== '') yield rest;
}
