import { blocksOf } from './narrative.js';

it('headings, bullets and paragraphs are told apart; lines of a paragraph are joined', () => {
  expect(blocksOf('## 총평\n안정적으로\n운영하였습니다.\n\n- 교대표 **보완**\n  계속\n1. 백업')).toEqual([
    { kind: 'HEADING', text: '총평' },
    { kind: 'PARAGRAPH', text: '안정적으로 운영하였습니다.' },
    { kind: 'BULLET', text: '교대표 보완 계속' },
    { kind: 'BULLET', text: '백업' },
  ]);
});

it.each([
  ['a link keeps its address', '[보고서](https://example.com/a)', '보고서 (https://example.com/a)'],
  ['marks of emphasis are left out', '**가용률** `99.9`', '가용률 99.9'],
])('%s', (_sentence, markdown, text) => {
  expect(blocksOf(markdown)).toEqual([{ kind: 'PARAGRAPH', text }]);
});

it('nothing written is nothing shown', () => {
  expect(blocksOf('\n \n')).toEqual([]);
});
