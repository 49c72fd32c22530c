import { Select } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { OUTCOMES, type Outcome } from '../codes.js';

interface OutcomeSelectProps {
  readonly value: Outcome | '';
  readonly onChange: (outcome: Outcome) => void;
}

/** How a change went. Nothing is chosen beforehand: a figure that the client reads rests on it. */
export function OutcomeSelect({ value, onChange }: OutcomeSelectProps) {
  const text = useText();
  return (
    <Select
      label={text('ticket.outcome')}
      description={text('ticket.outcome.help')}
      placeholder={text('ticket.outcome.choose')}
      value={value}
      options={OUTCOMES.map((outcome) => ({ value: outcome, label: text(`ticket.outcome.${outcome}`) }))}
      onChange={onChange}
    />
  );
}
