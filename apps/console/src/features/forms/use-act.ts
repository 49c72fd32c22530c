import { useMutation, type TypedDocumentNode } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';
import { useCallback } from 'react';
import { useText } from '../../app/text.js';

export interface Act<Data, Variables> {
  /** The server's answer; null when it never came, which a toast has said by then. What was typed stays. */
  readonly run: (variables: Variables) => Promise<Data | null>;
  readonly busy: boolean;
}

/** A mutation as a page uses it: one place says that the network or the server failed. */
export function useAct<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
): Act<Data, Variables> {
  const [{ fetching }, execute] = useMutation(document);
  const toast = useToast();
  const text = useText();
  const run = useCallback(
    async (variables: Variables): Promise<Data | null> => {
      const { data, error } = await execute(variables);
      if (error !== undefined) toast({ tone: 'error', text: text('form.unreachable') });
      return data ?? null;
    },
    [execute, toast, text],
  );
  return { run, busy: fetching };
}
