import { Button } from '@daylight/web-ui';
import { useText } from '../../app/text.js';

/** The next page of a list, below it. */
export function More({
  pages,
}: {
  readonly pages: { readonly hasMore: boolean; readonly loading: boolean; readonly more: () => void };
}) {
  const text = useText();
  return pages.hasMore ? (
    <Button size="small" busy={pages.loading} onClick={pages.more}>
      {text('page.more')}
    </Button>
  ) : null;
}
