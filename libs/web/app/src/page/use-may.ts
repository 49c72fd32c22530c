import { useSession } from '@daylight/web-data';
import { useCallback } from 'react';

/** Whether the reader holds a permission: what screens may offer. The server checks each again. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useSession().viewer;
  return useCallback((permission) => permissions.includes(permission), [permissions]);
}
