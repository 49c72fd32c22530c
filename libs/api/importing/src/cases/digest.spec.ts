import { sha256 } from '@daylight/api-platform';
import { canonicalJson } from '@daylight/domain';
import { digestsOver } from './digest.js';

it('a case has the digest of its canonical JSON, whatever the order of the columns', () => {
  const columns = ['status', 'Änderung', 'case', '상태', 'a"b'];
  const rows = [1, 2].map((line) => ({
    line,
    values: { status: `on "${line}"`, Änderung: 'ja\n', case: 'C-1', 상태: '진행 중', 'a"b': '\u2028\\' },
  }));
  expect(digestsOver(columns)(rows)).toBe(sha256(canonicalJson(rows.map(({ values }) => values))));
});
