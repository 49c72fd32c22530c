import { useQuery } from '@daylight/web-data';
import { useCallback } from 'react';
import { ViewerDocument } from '../session/generated/session.js';

/** Whether the reader holds a permission: what screens may offer. The server checks each again. */
export function useMay(): (permission: string) => boolean {
  const [{ data }] = useQuery({ query: ViewerDocument, requestPolicy: 'cache-first' });
  const permissions = data?.viewer?.permissions;
  return useCallback((permission) => permissions?.includes(permission) ?? false, [permissions]);
}
