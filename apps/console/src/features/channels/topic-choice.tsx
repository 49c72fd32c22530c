import { useQuery } from '@daylight/web-data';
import { Checkbox, Text } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from './channels.module.css';
import { WebhookTopicsDocument } from './generated/channels.js';

interface TopicChoiceProps {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly error: string | null;
}

/** Which events a webhook is told of. */
export function TopicChoice({ chosen, onChange, error }: TopicChoiceProps) {
  const text = useText();
  const [{ data }] = useQuery({ query: WebhookTopicsDocument, variables: {} });
  function toggle(topic: string, on: boolean): void {
    const next = new Set(chosen);
    if (on) next.add(topic);
    else next.delete(topic);
    onChange(next);
  }
  return (
    <fieldset className={classes['topics']}>
      <legend>{text('channels.topics')}</legend>
      {error === null ? null : (
        <Text look="small">
          <span role="alert">{error}</span>
        </Text>
      )}
      {(data?.webhookTopics ?? []).map(({ topic, name }) => (
        <Checkbox key={topic} label={name} checked={chosen.has(topic)} onChange={(on) => toggle(topic, on)} />
      ))}
    </fieldset>
  );
}
