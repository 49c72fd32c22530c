import type { Block } from './report.js';

function plain(text: string): string {
  return text
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .trim();
}

function blockOf(line: string): Block {
  const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
  if (heading !== undefined) return { kind: 'HEADING', text: plain(heading) };
  const bullet = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line)?.[1];
  return bullet === undefined ? { kind: 'PARAGRAPH', text: plain(line) } : { kind: 'BULLET', text: plain(bullet) };
}

/** The narrative's Markdown as blocks; lines of one paragraph are joined as Markdown joins them. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const block = blockOf(line);
    const last = blocks.at(-1);
    if (block.text === '') open = false;
    else if (open && block.kind === 'PARAGRAPH' && last !== undefined)
      blocks.splice(-1, 1, { ...last, text: `${last.text} ${block.text}` });
    else {
      blocks.push(block);
      open = block.kind !== 'HEADING';
    }
  }
  return blocks;
}
