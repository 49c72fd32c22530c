import type { LinkComponent } from '@daylight/web-ui';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useBase } from './base.js';

const isOurs = (href: string): boolean => href.startsWith('/') && !href.startsWith('//');

/** A link that the router follows; other origins, new tabs and downloads stay the browser's business. */
export const AppLink: LinkComponent = ({ href, onClick, ...rest }) => {
  const router = useRouter();
  const base = useBase();
  if (!isOurs(href)) return <a href={href} onClick={onClick} {...rest} />;
  const full = `${base}${href}`;
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey ||
      rest.target === '_blank'
    )
      return;
    event.preventDefault();
    router.history.push(full);
  };
  return <a href={full} onClick={follow} {...rest} />;
};
