import { Fragment, useMemo } from 'react';
import { blocksOf, piecesOf, type Block } from './parse.js';
import classes from './prose.module.css';

/** What people wrote. Becomes elements, never HTML: nothing of it can act on the page. */
export function Prose({ text }: { readonly text: string }) {
  const blocks = useMemo(() => blocksOf(text), [text]);
  return (
    <div className={classes['prose']}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'code':
      return (
        <pre className={classes['code']} tabIndex={0}>
          {block.text}
        </pre>
      );
    case 'list': {
      const items = block.lines.map((line, index) => (
        <li key={index}>
          <Line text={line} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          <Line text={block.lines.join('\n')} />
        </blockquote>
      );
    case 'heading':
      return (
        <p className={classes['heading']}>
          <Line text={block.lines.join(' ')} />
        </p>
      );
    case 'paragraph':
      return (
        <p>
          <Line text={block.lines.join('\n')} />
        </p>
      );
  }
}

function Line({ text }: { readonly text: string }) {
  return (
    <>
      {piecesOf(text).map((piece, index) => {
        switch (piece.kind) {
          case 'link':
            return (
              <a key={index} href={piece.href} rel="noopener noreferrer nofollow" target="_blank">
                {piece.text}
              </a>
            );
          case 'code':
            return (
              <code key={index} className={classes['inline']}>
                {piece.text}
              </code>
            );
          case 'strong':
            return <strong key={index}>{piece.text}</strong>;
          case 'text':
            return <Fragment key={index}>{piece.text}</Fragment>;
        }
      })}
    </>
  );
}
