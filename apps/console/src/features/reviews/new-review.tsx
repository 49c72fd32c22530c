import { Problems } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, Dialog, Select, Stack, Text } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../clients/client-select.js';
import { CreateReviewDocument, ReviewPeriodsDocument } from './generated/reviews.js';
import { useReviewAct } from './use-review-act.js';

interface NewReviewProps {
  readonly client: string | null;
  readonly onClose: () => void;
  readonly onCreated: (reviewId: string) => void;
}

/** Whose and which quarter: the draft comes with its figures. The one that exists already is opened. */
export function NewReview({ client, onClose, onCreated }: NewReviewProps) {
  const text = useText();
  const act = useReviewAct(CreateReviewDocument, 'createReview');
  const [tenantId, setTenantId] = useState(client);
  const [chosen, setChosen] = useState<string | null>(null);
  const [{ data }] = useQuery({
    query: ReviewPeriodsDocument,
    variables: { tenantId: tenantId ?? '' },
    pause: tenantId === null,
  });
  const periods = data?.kpiPeriods ?? [];
  // The quarter that has just ended is the one that is reviewed.
  const period = chosen ?? periods.find(({ over }) => over)?.key ?? periods[0]?.key ?? null;
  async function create(): Promise<void> {
    if (tenantId === null || period === null) return;
    const review = await act.run({ input: { tenantId, period } });
    if (review !== null) onCreated(review.id);
  }
  return (
    <Dialog
      opened
      title={text('review.new')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <Button
            look="primary"
            busy={act.busy}
            disabled={tenantId === null || period === null}
            onClick={() => void create()}
          >
            {text('review.create')}
          </Button>
        </>
      }
    >
      <Stack>
        <ClientSelect
          value={tenantId}
          onChange={(id) => {
            setTenantId(id);
            setChosen(null);
          }}
          required
        />
        {tenantId === null ? null : periods.length === 0 && data !== undefined ? (
          <Text look="small">{text('review.noPeriods')}</Text>
        ) : (
          <Select
            label={text('review.period')}
            value={period ?? ''}
            options={periods.map(({ key, label, over }) => ({
              value: key,
              label: over ? label : `${label} (${text('kpis.running')})`,
            }))}
            onChange={setChosen}
          />
        )}
        <Problems messages={act.messages} />
      </Stack>
    </Dialog>
  );
}
