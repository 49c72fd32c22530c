import { useRefusal } from '@daylight/web-app';
import { useClient, type TypedDocumentNode } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';

interface Answer {
  readonly __typename: string;
}

interface Wanted<Data> {
  readonly answer: (data: Data) => Answer;
  /** The member of the union that says it was done, and what the reader is told then. */
  readonly done: string;
  readonly said: string;
  /** What else is done with what came back. */
  readonly then?: (data: Data) => void;
}

/** Sends one change; null: it was made, and said so. Otherwise why not, in words. */
export function useSend(onDone: () => void) {
  const client = useClient();
  const toast = useToast();
  const refusalOf = useRefusal();
  return async <Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    { answer, done, said, then }: Wanted<Data>,
  ): Promise<string | null> => {
    const { data } = await client.mutation(document, variables).toPromise();
    const refusal = refusalOf(data === undefined ? undefined : answer(data), done);
    if (refusal !== null) return refusal;
    toast({ text: said });
    if (data !== undefined) then?.(data);
    onDone();
    return null;
  };
}
