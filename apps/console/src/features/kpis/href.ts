import type { FigureHref } from '@daylight/web-ui';

/** Where the tickets behind a client's figure are listed. */
export const itemsHref =
  (clientId: string, period: string): FigureHref =>
  ({ key, clock, hasItems }) => {
    if (!hasItems) return null;
    const parameters = new URLSearchParams({ period, key, ...(clock === null ? {} : { clock }) });
    return `/clients/${clientId}/kpis/items?${parameters.toString()}`;
  };
