import { render } from '@testing-library/react';
import { Prose } from './prose.js';

const draw = (text: string): string => render(<Prose text={text} />).container.querySelector('div')?.innerHTML ?? '';

describe('what people wrote', () => {
  it('keeps its line breaks and paragraphs', () => {
    expect(draw('안녕하세요.\n로그인이 안 됩니다.\n\n확인 부탁드립니다.')).toBe(
      '<p>안녕하세요.\n로그인이 안 됩니다.</p><p>확인 부탁드립니다.</p>',
    );
  });

  it('never becomes HTML of the page', () => {
    expect(draw('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
  });

  it.each(['[here](javascript:alert(1))', '[here](data:text/html,x)', '[here](//evil.example)'])(
    'does not follow %s',
    (text) => {
      expect(draw(text)).not.toContain('<a');
    },
  );

  it.each([
    ['[guide](https://example.com/a)', 'https://example.com/a', 'guide'],
    ['see https://example.com/a?b=1.', 'https://example.com/a?b=1', 'https://example.com/a?b=1'],
    ['[mail](mailto:help@example.com)', 'mailto:help@example.com', 'mail'],
  ])('links %s without giving this page away', (text, href, label) => {
    expect(draw(text)).toContain(`<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${label}</a>`);
  });

  it('shows lists, quotes, bold words and code', () => {
    expect(draw('# 확인한 것\n- 서버 **재기동**\n- `df -h`\n1. 첫째\n2. 둘째\n> 어제 보낸 답')).toBe(
      '<p class="heading">확인한 것</p><ul><li>서버 <strong>재기동</strong></li><li><code class="inline">df -h</code></li></ul><ol><li>첫째</li><li>둘째</li></ol><blockquote>어제 보낸 답</blockquote>'
        .replaceAll(' class="heading"', '')
        .replaceAll(' class="inline"', ''),
    );
  });

  it('shows a log as it is, also when its fence is never closed', () => {
    expect(draw('로그:\n```\n- a **b**\n\n<c>')).toContain('>- a **b**\n\n&lt;c&gt;</pre>');
  });
});
