import type { ClockKind } from './generated/kpi.js';

/** The figure's key together with its clock, as addresses carry it: `SLA_ATTAINMENT.RESTORE`, `BACKLOG_END`. */
export const figureId = ({ key, clock }: { readonly key: string; readonly clock: ClockKind | null }): string =>
  clock === null ? key : `${key}.${clock}`;

interface Figure {
  readonly key: string;
  readonly clock: ClockKind | null;
  readonly hasItems?: boolean;
}

/** Where the tickets behind a figure are; null when it has none to show. */
export function itemsHref(period: string, figure: Figure): string | null {
  if (figure.hasItems === false) return null;
  const parameters = new URLSearchParams({
    period,
    key: figure.key,
    ...(figure.clock === null ? {} : { clock: figure.clock }),
  });
  return `/kpis/items?${parameters.toString()}`;
}
