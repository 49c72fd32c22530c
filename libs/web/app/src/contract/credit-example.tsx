import type { CreditSchedule, Terms } from '@daylight/domain';
import { lazy, Suspense, useState } from 'react';
import { Button, Skeleton, Stack } from '@daylight/web-ui';
import { useText } from '../text.js';

// The arithmetic comes only when somebody asks for it: the page itself needs no calendar.
const Worked = lazy(() => import('./worked-example.js'));

interface CreditExampleProps {
  readonly terms: Terms;
  readonly schedule: CreditSchedule;
}

/** What a ladder comes to, worked out for a sample miss, on demand. */
export function CreditExample({ terms, schedule }: CreditExampleProps) {
  const text = useText();
  const [shown, setShown] = useState(false);
  return (
    <Stack gap="s">
      <span>
        <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {text(shown ? 'promise.example.hide' : 'promise.example.show')}
        </Button>
      </span>
      {shown ? (
        <Suspense fallback={<Skeleton height="1.25rem" lines={5} />}>
          <Worked terms={terms} schedule={schedule} />
        </Suspense>
      ) : null}
    </Stack>
  );
}
