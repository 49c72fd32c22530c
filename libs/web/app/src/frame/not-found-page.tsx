import { Button, FullPage } from '@daylight/web-ui';
import { AppLinks } from './links.js';
import { useText } from '../text.js';

/** No such page, or not the reader's: the same words for both. */
export function NotFoundPage() {
  const text = useText();
  return (
    <AppLinks>
      <FullPage
        code="404"
        title={text('app.notFound.title')}
        action={
          <Button look="primary" href="/">
            {text('app.notFound.home')}
          </Button>
        }
      >
        {text('app.notFound.body')}
      </FullPage>
    </AppLinks>
  );
}
