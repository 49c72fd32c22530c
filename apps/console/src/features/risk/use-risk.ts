import { useQuery, useSubscription } from '@daylight/web-data';
import { useCallback, useEffect, useRef } from 'react';
import { QueueChangedDocument } from '../queue/generated/queue.js';
import { RiskBoardDocument } from './generated/risk.js';

/** Changes within this time are asked for together. */
const GATHER_MS = 1_000;
/** Working time passes whether anything changes or not. */
const AGAIN_MS = 60_000;

/** The board for so many working hours, kept current by the live stream and the clock. */
export function useRisk(hours: number) {
  const [state, ask] = useQuery({ query: RiskBoardDocument, variables: { hours } });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useEffect(() => {
    const again = setInterval(() => document.hidden || reload(), AGAIN_MS);
    return () => {
      clearInterval(again);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    };
  }, [reload]);
  useSubscription({ query: QueueChangedDocument }, (count: number | undefined) => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      reload();
    }, GATHER_MS);
    return (count ?? 0) + 1;
  });
  return { state, reload };
}
