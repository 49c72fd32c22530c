import type { CombinedError } from '@daylight/web-data';
import { ErrorState, NoPermissionState } from '@daylight/web-ui';
import { useText } from '../../app/text.js';

/** Why a list isn't there: no right, or trouble. */
export function ListTrouble({ error, onRetry }: { readonly error: CombinedError; readonly onRetry: () => void }) {
  const text = useText();
  if (error.graphQLErrors[0]?.extensions['code'] === 'FORBIDDEN')
    return <NoPermissionState title={text('page.forbidden.title')}>{text('page.forbidden.body')}</NoPermissionState>;
  return <ErrorState onRetry={onRetry} />;
}
