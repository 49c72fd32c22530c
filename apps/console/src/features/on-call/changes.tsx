import { Badge, Button, EmptyState, Notice, Panel, Table } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { DropOnCallChangeDocument } from './generated/on-call.js';
import { Stretch } from './two-times.js';
import type { PlanChange } from './use-plan-change.js';
import type { Plan } from './week-stack.js';

interface ChangesProps {
  readonly plan: Plan;
  readonly mayEdit: boolean;
  readonly change: PlanChange;
}

/** Swaps and covers within the weeks that are shown; each can be taken back. */
export function Changes({ plan, mayEdit, change }: ChangesProps) {
  const text = useText();
  const [problem, setProblem] = useState<string | null>(null);
  const changes = [...plan.overrides, ...plan.final.filter(({ kind }) => kind === 'SWAP')];
  const zone = plan.schedule.timeZone;
  const drop = async (changeKey: string): Promise<void> => {
    const { id: scheduleId, version: expectedVersion } = plan.schedule;
    const input = { scheduleId, expectedVersion, changeKey };
    setProblem(await change(DropOnCallChangeDocument, { input }, (answer) => answer.dropOnCallChange));
  };
  return (
    <Panel title={text('onCall.changes')} look="flush">
      {problem === null ? null : (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {changes.length === 0 ? (
        <EmptyState compact title={text('onCall.changes.none')} />
      ) : (
        <Table
          caption={text('onCall.changes')}
          head={[text('onCall.who'), text('onCall.when'), text('onCall.why'), text('onCall.actions')]}
          rows={changes.map(({ personName, kind, from, to, sourceId }) => [
            personName,
            <Stretch key="when" from={from} to={to} zone={zone} />,
            <Badge key="why" look="outline">
              {text(`onCall.kind.${kind}`)}
            </Badge>,
            mayEdit ? (
              <Button
                key="drop"
                size="small"
                look="quiet"
                aria-label={text('onCall.drop.of', { name: personName })}
                onClick={() => void drop(sourceId)}
              >
                {text('onCall.drop')}
              </Button>
            ) : (
              '–'
            ),
          ])}
        />
      )}
    </Panel>
  );
}
