import { parseIso, STATUTORY_TEMPLATES, statutoryClocks } from '@daylight/domain';
import { CHECK_WITH_COUNSEL, sayStatutoryClock } from './statutory.js';

const zone = 'Asia/Seoul';
const seoul = (text: string) => parseIso(`2026-${text.replace(' ', 'T')}:00+09:00`) ?? NaN;

function told(now: string, done: string | null): readonly (string | undefined)[] {
  const template = STATUTORY_TEMPLATES.find(({ id }) => id === 'KR_INTRUSION');
  if (template === undefined) return [];
  const fulfilments = done === null ? [] : [{ dutyId: 'REPORT_INTRUSION', at: seoul(done) }];
  const [clock] = statutoryClocks(template, { awareAt: seoul('11-22 03:00'), zone, fulfilments }, seoul(now));
  const [duty] = template.duties;
  if (clock === undefined || duty === undefined) return [];
  return (['ko', 'en'] as const).map((language) => sayStatutoryClock(clock, duty, zone, language));
}

const REPORT = '과학기술정보통신부·한국인터넷진흥원 최초 신고';

test.each([
  [
    'what is owed is told with its due instant',
    '11-22 04:00',
    null,
    `${REPORT}: 2026년 11월 23일(월) 03:00(Asia/Seoul)까지 이행해야 합니다.`,
    'First report to the MSIT or KISA: due by Mon 23 Nov 2026, 03:00 (Asia/Seoul).',
  ],
  [
    'what was done in time, with when',
    '11-24 00:00',
    '11-22 12:00',
    `${REPORT}: 기한 내에 이행했습니다(이행 2026년 11월 22일(일) 12:00(Asia/Seoul), 기한 2026년 11월 23일(월) 03:00(Asia/Seoul)).`,
    'First report to the MSIT or KISA: done in time on Sun 22 Nov 2026, 12:00 (Asia/Seoul), due by Mon 23 Nov 2026, 03:00 (Asia/Seoul).',
  ],
  [
    'what is overdue, since when',
    '11-24 00:00',
    null,
    `${REPORT}: 기한이 지났으나 아직 이행하지 않았습니다(기한 2026년 11월 23일(월) 03:00(Asia/Seoul)).`,
    'First report to the MSIT or KISA: overdue since Mon 23 Nov 2026, 03:00 (Asia/Seoul).',
  ],
  [
    'what was done late, with both instants',
    '11-24 00:00',
    '11-23 04:00',
    `${REPORT}: 기한이 지난 뒤 이행했습니다(이행 2026년 11월 23일(월) 04:00(Asia/Seoul), 기한 2026년 11월 23일(월) 03:00(Asia/Seoul)).`,
    'First report to the MSIT or KISA: done late on Mon 23 Nov 2026, 04:00 (Asia/Seoul), due by Mon 23 Nov 2026, 03:00 (Asia/Seoul).',
  ],
])('%s', (_, now, done, ko, en) => expect(told(now, done)).toEqual([ko, en]));

test('counsel is named in both languages', () => {
  expect(CHECK_WITH_COUNSEL.ko).toContain('법률 자문');
  expect(CHECK_WITH_COUNSEL.en).toContain('Check with counsel');
});
