import { Button, FullPage } from '@daylight/web-ui';
import { useText } from '../text.js';

/** Something of ours broke: say so plainly, offer the two ways on. */
export function BrokenPage({ onRetry }: { readonly onRetry: () => void }) {
  const text = useText();
  return (
    <FullPage
      code="500"
      title={text('app.broken.title')}
      action={
        <Button look="primary" onClick={onRetry}>
          {text('app.broken.retry')}
        </Button>
      }
    >
      {text('app.broken.body')}
    </FullPage>
  );
}
