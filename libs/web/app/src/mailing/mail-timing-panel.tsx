import { useMutation, useQuery } from '@daylight/web-data';
import { Button, Notice, Panel, Stack, Time, useToast } from '@daylight/web-ui';
import { useState, type SyntheticEvent } from 'react';
import { QueryView } from '../page/query-view.js';
import { useText } from '../text.js';
import { MailTimingFields } from './mail-timing-fields.js';
import type { MailTimingDocuments, ShownMailTiming, TimingDraft } from './shown.js';

/** When the reader's mails come: each by itself or together, and never in the night. */
export function MailTimingPanel({ documents }: { readonly documents: MailTimingDocuments }) {
  const text = useText();
  const [state, ask] = useQuery({ query: documents.MailTimingDocument, variables: {} });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <Panel title={text('timing.title')} description={text('timing.lead')}>
      <QueryView state={state} onRetry={again} lines={4} lineHeight="3rem">
        {({ mailTiming }) => (
          <Stack>
            <Standing timing={mailTiming} documents={documents} onChanged={again} />
            <TimingForm timing={mailTiming} documents={documents} onSaved={again} />
          </Stack>
        )}
      </QueryView>
    </Panel>
  );
}

interface PartProps {
  readonly timing: ShownMailTiming;
  readonly documents: MailTimingDocuments;
}

/** What waits, and whether the own address takes mail at all. */
function Standing({ timing, documents, onChanged }: PartProps & { readonly onChanged: () => void }) {
  const text = useText();
  const toast = useToast();
  const [{ fetching }, send] = useMutation(documents.TryOwnAddressDocument);
  const { returned, held, nextAt } = timing;
  async function tryAgain(): Promise<void> {
    const { data } = await send({});
    if (data === undefined) toast({ tone: 'error', text: text('timing.unreachable') });
    onChanged();
  }
  return (
    <>
      {returned === null ? null : (
        <Notice
          tone={returned.kind === 'HARD' ? 'danger' : 'warn'}
          title={text(`timing.returned.${returned.kind}`)}
          action={
            <Button size="small" busy={fetching} onClick={() => void tryAgain()}>
              {text('timing.tryAgain')}
            </Button>
          }
        >
          <Time at={returned.at} style="dayTime" /> · {returned.said}
        </Notice>
      )}
      {held === 0 || nextAt === null ? null : (
        <Notice tone="info" title={text('timing.held', { count: held })}>
          {text('timing.next')} <Time at={nextAt} style="dayTime" />
        </Notice>
      )}
    </>
  );
}

const draftOf = ({ digest, digestHour, digestWeekday, quiet }: ShownMailTiming): TimingDraft => ({
  ...{ digest, digestHour, digestWeekday },
  quiet: quiet === null ? null : { from: quiet.from, to: quiet.to, days: [...quiet.days] },
});

function TimingForm({ timing, documents, onSaved }: PartProps & { readonly onSaved: () => void }) {
  const text = useText();
  const toast = useToast();
  const [{ fetching }, send] = useMutation(documents.SetMailTimingDocument);
  const [draft, setDraft] = useState<TimingDraft>(() => draftOf(timing));
  const [problem, setProblem] = useState<string | null>(null);
  async function save(): Promise<void> {
    const answer = (await send({ input: draft })).data?.setMailTiming;
    if (answer?.__typename !== 'MailTimingSet') {
      const said = answer?.problems.map(({ message }) => message).join(' ');
      return setProblem(said ?? text('timing.unreachable'));
    }
    setProblem(null);
    setDraft(draftOf(answer.timing));
    toast({ text: text('timing.saved') });
    onSaved();
  }
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {problem === null ? null : (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        )}
        <MailTimingFields draft={draft} onChange={setDraft} timeZone={timing.timeZone} />
        <div>
          <Button look="primary" type="submit" busy={fetching}>
            {text('timing.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
