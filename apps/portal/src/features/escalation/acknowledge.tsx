import { useMay } from '@daylight/web-app';
import { outcomeOf, useMutation } from '@daylight/web-data';
import { Button, useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { AcknowledgeEscalationDocument } from './generated/runs.js';

interface AcknowledgeProps {
  readonly escalationId: string;
  readonly onDone: () => void;
}

/** A coordinator who was called answers here as well. */
export function Acknowledge({ escalationId, onDone }: AcknowledgeProps) {
  const text = useText();
  const toast = useToast();
  const may = useMay();
  const [{ fetching }, acknowledge] = useMutation(AcknowledgeEscalationDocument);
  if (!may('escalation:acknowledge')) return null;
  async function answer(): Promise<void> {
    const { data } = await acknowledge({ input: { escalationId } });
    if (data === undefined) return void toast({ tone: 'error', text: text('page.failed') });
    const said = outcomeOf<typeof data.acknowledgeEscalation, string>(data.acknowledgeEscalation, {
      EscalationAcknowledged: () => text('escalate.acknowledged'),
      EscalationEndedBefore: () => text('escalate.endedBefore'),
      NotFound: () => text('page.gone'),
    });
    toast({ text: said });
    onDone();
  }
  return (
    <Button size="small" busy={fetching} onClick={() => void answer()}>
      {text('escalate.acknowledge')}
    </Button>
  );
}
