import { useParams } from '@tanstack/react-router';

/** A part of the path, e.g. `ticketId` of `/tickets/$ticketId`; '' when the route has none of that name. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const value = params[name];
  return typeof value === 'string' ? value : '';
}
