/** The line, or the first of two or three lines, by which mail programs introduce the mail that is answered. */
const INTRODUCTIONS: readonly RegExp[] = [
  /^\s*On\s.{4,200}\swrote:\s*$/i,
  /^\s*(?:Am|Le|El|Il|Op|Den)\s.{4,200}\s(?:schrieb|a écrit|escribió|ha scritto|schreef|skrev).{0,80}:\s*$/i,
  /^\s*\d{4}년\s?\d{1,2}월\s?\d{1,2}일.{0,120}(?:작성|씀|쓰)\s*:?\s*$/,
  /^\s*\d{4}[年/.-]\s?\d{1,2}[月/.-]\s?\d{1,2}.{0,120}(?:wrote|のメール|写道|のメッセージ)\s*[:：]\s*$/i,
  /^\s*-{2,}\s*(?:Original Message|Original Appointment|Forwarded message|Ursprüngliche Nachricht|Message d'origine|원본\s?(?:메시지|메일)|원문\s?메[시세]지|보낸\s?메일|元のメッセージ|原始邮件)\s*-{2,}\s*$/i,
];
/** Begins with anything at all, so that it counts only where it stands on one line. */
const BY_NAME = /^\s*.{0,120}님이\s?(?:작성|쓴|보낸)(?:\s?(?:글|메시지|메일))?\s*:\s*$/;
const HEADER_BLOCK = /^\s*\*?(?:From|보낸\s?사람|보낸이|발신|差出人|发件人|Von|De)\s?\*?\s?[:：]/i;
const HEADER_MORE =
  /^\s*\*?(?:Sent|Date|To|Subject|보낸\s?날짜|날짜|받는\s?사람|받는이|제목|送信日時|宛先|件名|发送时间|收件人|主题|Gesendet|An|Betreff|Envoyé|À|Objet)\s?\*?\s?[:：]/i;
const RULE = /^\s*(?:_{10,}|-{20,})\s*$/;
const QUOTED = /^\s?>/;

const WRAPPED = 3;

function introducesAt(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (HEADER_BLOCK.test(line)) {
    return lines.slice(at + 1, at + 5).filter((each) => HEADER_MORE.test(each)).length >= 2;
  }
  if (BY_NAME.test(line)) return true;
  // Long introductions are wrapped.
  for (let count = 1; count <= WRAPPED; count += 1) {
    const joined = lines.slice(at, at + count).join(' ');
    if (INTRODUCTIONS.some((introduction) => introduction.test(joined))) return true;
  }
  return false;
}

/** Where the answered mail begins below the answer; the number of lines when it doesn't. */
function quoteStart(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at += 1) {
    if (introducesAt(lines, at)) return at > 0 && RULE.test(lines[at - 1] ?? '') ? at - 1 : at;
  }
  let end = lines.length;
  while (end > 0 && (QUOTED.test(lines[end - 1] ?? '') || (lines[end - 1] ?? '').trim() === '')) end -= 1;
  return end;
}

/**
 * An answer without the mail it answers, for display: the whole text is kept elsewhere. Where words stand between or below
 * the quotes, or nothing would remain, the text stays as it is: better too much than a sentence lost.
 */
export function withoutQuote(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const start = quoteStart(lines);
  const answer = lines.slice(0, start).join('\n').trim();
  const below = lines.slice(start);
  const answeredBelow =
    below.some((line) => QUOTED.test(line)) &&
    below
      .slice(WRAPPED)
      .some(
        (line, at, rest) =>
          line.trim() !== '' && !QUOTED.test(line) && rest.slice(0, at).some((each) => QUOTED.test(each)),
      );
  return answer === '' || answeredBelow ? text.trim() : answer;
}
