import { Button, Row } from '@daylight/web-ui';
import { useText } from '../text.js';
import type { Address } from './use-address.js';

interface PagerProps {
  readonly address: Address;
  readonly next: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Whether a list has more than the page that is shown. */
export const hasPages = (address: Address, next: PagerProps['next']): boolean =>
  address.get('after') !== null || next.hasNextPage;

/** Onwards through a list by its cursor; the browser's own "back" is the way back. */
export function Pager({ address, next }: PagerProps) {
  const text = useText();
  const first = address.get('after') === null;
  if (!hasPages(address, next)) return null;
  return (
    <Row>
      <Button size="small" disabled={first} onClick={() => address.set({ after: null })}>
        {text('page.first')}
      </Button>
      <Button size="small" disabled={!next.hasNextPage} onClick={() => address.set({ after: next.endCursor })}>
        {text('page.next')}
      </Button>
    </Row>
  );
}
