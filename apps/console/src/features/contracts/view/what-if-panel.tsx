import { QueryView } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, Panel, Row, Segments, Stack, Text } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { WhatIfDocument } from '../generated/contracts.js';
import { WhatIfResult } from './what-if-result.js';

const QUARTERS = ['4', '3', '2', '1', '0'] as const;

/** Past quarters replayed under these terms, one at a time and only when asked for: it is arithmetic on every ticket. */
export function WhatIfPanel({ versionId, dirty }: { readonly versionId: string; readonly dirty: boolean }) {
  const text = useText();
  const [started, setStarted] = useState(false);
  return (
    <Panel title={text('whatIf.title')} description={text('whatIf.lead')}>
      <Stack>
        {dirty ? <Text look="small">{text('whatIf.saveFirst')}</Text> : null}
        {started ? (
          <Quarter versionId={versionId} />
        ) : (
          <Row>
            <Button disabled={dirty} onClick={() => setStarted(true)}>
              {text('whatIf.start')}
            </Button>
          </Row>
        )}
      </Stack>
    </Panel>
  );
}

function Quarter({ versionId }: { readonly versionId: string }) {
  const text = useText();
  const [back, setBack] = useState<(typeof QUARTERS)[number]>('1');
  const variables = { versionId, quartersBack: Number(back) };
  const [state, ask] = useQuery({ query: WhatIfDocument, variables, requestPolicy: 'network-only' });
  return (
    <Stack>
      <Segments
        label={text('whatIf.quarter')}
        value={back}
        options={QUARTERS.map((value) => ({
          value,
          label: value === '0' ? text('whatIf.running') : text('whatIf.back', { count: Number(value) }),
        }))}
        onChange={setBack}
      />
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={4} lineHeight="3rem">
        {({ whatIf }) =>
          whatIf === null ? <EmptyState compact title={text('contract.gone')} /> : <WhatIfResult quarter={whatIf} />
        }
      </QueryView>
    </Stack>
  );
}
