import { outcomeOf, useClient, type TypedDocumentNode } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { ScheduleChangeFragment } from './generated/on-call.js';

/** Sends a change of a schedule; null: it was made (and said so), otherwise why not. */
export function usePlanChange(onChanged: () => void) {
  const text = useText();
  const toast = useToast();
  const client = useClient();
  return async <Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    pick: (data: Data) => ScheduleChangeFragment,
  ): Promise<string | null> => {
    const { data } = await client.mutation(document, variables).toPromise();
    if (data === undefined) return text('page.unreachable');
    return outcomeOf<ScheduleChangeFragment, string | null>(pick(data), {
      OnCallScheduleSaved: () => {
        onChanged();
        toast({ text: text('onCall.saved') });
        return null;
      },
      OnCallScheduleChangedMeanwhile: () => {
        onChanged();
        return text('queue.changedMeanwhile');
      },
      InputRefused: ({ problems }) => problems.map(({ message }) => message).join(' '),
      NotFound: () => text('page.gone'),
    });
  };
}

export type PlanChange = ReturnType<typeof usePlanChange>;
