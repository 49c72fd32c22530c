import { Segments } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { OutageState } from './generated/outages.js';

const STATES: readonly OutageState[] = ['DOWN', 'DEGRADED'];

export function StateField(props: { readonly value: OutageState; readonly onChange: (state: OutageState) => void }) {
  const text = useText();
  return (
    <Segments
      {...props}
      label={text('outage.state')}
      options={STATES.map((value) => ({ value, label: text(`avail.state.${value}`) }))}
    />
  );
}
