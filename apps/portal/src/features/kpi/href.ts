import type { FigureHref } from '@daylight/web-ui';

/** Where the tickets behind a figure of the period are. */
export const itemsHref =
  (period: string): FigureHref =>
  ({ key, clock, hasItems }) => {
    if (!hasItems) return null;
    const parameters = new URLSearchParams({ period, key, ...(clock === null ? {} : { clock }) });
    return `/kpis/items?${parameters.toString()}`;
  };
