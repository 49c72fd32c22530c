import { Problems } from '@daylight/web-app';
import { outcomeOf } from '@daylight/web-data';
import { Button, ConfirmDialog, Panel, Stack, Text, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { useAct } from '../forms/use-act.js';
import { StageBadge } from './client-badges.js';
import { ChangeClientStageDocument, type ClientLineFragment, type TenantStage } from './generated/clients.js';

/** Where the client stands and the steps that lead on from there. The last one has no way back and is asked about. */
export function StagePanel({
  client,
  mayChange,
}: {
  readonly client: ClientLineFragment;
  readonly mayChange: boolean;
}) {
  const text = useText();
  const toast = useToast();
  const act = useAct(ChangeClientStageDocument);
  const [asked, setAsked] = useState<TenantStage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function change(stage: TenantStage, version: number, from: TenantStage | null): Promise<void> {
    setProblem(null);
    const data = await act.run({ input: { tenantId: client.id, stage, version } });
    if (data === null) return;
    outcomeOf(data.changeTenantStage, {
      TenantEdited: ({ tenant }) => {
        const back =
          from !== null && tenant.nextStages.includes(from)
            ? { undo: () => void change(from, tenant.version, null) }
            : {};
        toast({
          text: text('client.stageChanged', { name: tenant.name, stage: text(`client.stage.${tenant.stage}`) }),
          ...back,
        });
      },
      TenantChangedMeanwhile: ({ current }) =>
        setProblem(text('client.stageMeanwhile', { stage: text(`client.stage.${current.stage}`) })),
      NotFound: () => setProblem(text('client.gone')),
      InputRefused: ({ problems }) => setProblem(problems.map(({ message }) => message).join(' ')),
    });
  }

  const step = (stage: TenantStage): void =>
    stage === 'CLOSED' ? setAsked(stage) : void change(stage, client.version, client.stage);
  return (
    <Panel title={text('client.stage')}>
      <Stack gap="s">
        <span>
          <StageBadge stage={client.stage} />
        </span>
        <Text look="small">{text(`client.stageMeans.${client.stage}`)}</Text>
        <Problems messages={problem === null ? [] : [problem]} />
        {mayChange
          ? client.nextStages.map((stage) => (
              <Button key={stage} full size="small" busy={act.busy} onClick={() => step(stage)}>
                {text(`client.stageTo.${stage}`)}
              </Button>
            ))
          : null}
      </Stack>
      {asked === null ? null : (
        <ConfirmDialog
          opened
          danger
          title={text('client.close.title', { name: client.name })}
          confirmLabel={text('client.stageTo.CLOSED')}
          onConfirm={() => change(asked, client.version, null)}
          onClose={() => setAsked(null)}
        >
          {text('client.close.body')}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
