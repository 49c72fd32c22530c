import { swarm } from '@daylight/web-charts';
import { formatDuration } from '@daylight/web-format';
import { isComposing, useLanguage, useWidth } from '@daylight/web-ui';
import { useMemo, useRef, type KeyboardEvent } from 'react';
import { useText } from '../../app/text.js';
import { hoursOf, isArrow, stakes, stepTo, type Dot, type Lane } from './lanes.js';
import classes from './risk.module.css';
import { useRiskWords } from './use-risk-words.js';

const RADIUS = [13, 24] as const;
const TICKS: Readonly<Record<number, number>> = { 4: 1, 8: 2, 24: 6 };
const HOUR_MS = 3_600_000;

interface RiskPictureProps {
  readonly lanes: readonly Lane[];
  readonly hours: number;
  readonly current: string | null;
  readonly onCurrent: (ticketId: string) => void;
  readonly onOpen: () => void;
}

/** Lanes of dots: the further left, the less working time is left. Arrows walk from dot to dot. */
export function RiskPicture({ lanes, hours, current, onCurrent, onOpen }: RiskPictureProps) {
  const text = useText();
  const words = useRiskWords();
  const language = useLanguage();
  const [measured, width] = useWidth(720);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const drawn = useMemo(() => {
    const weights = stakes(lanes.flatMap(({ dots }) => dots));
    const frame = { width, most: hours, heaviest: Math.max(0, ...weights.values()), radius: RADIUS };
    return lanes.map((lane) => {
      const points = lane.dots.map((dot) => ({
        ...{ id: dot.ticket.id, value: hoursOf(dot), weight: weights.get(dot.ticket.id) ?? null },
      }));
      return { lane, picture: swarm(points, frame), byId: new Map(lane.dots.map((dot) => [dot.ticket.id, dot])) };
    });
  }, [lanes, hours, width]);
  const step = TICKS[hours] ?? 1;
  const ticks = Array.from({ length: Math.floor(hours / step) + 1 }, (_, index) => index * step);
  const placeOf = (tick: number): string => `${RADIUS[1] + (tick / hours) * Math.max(1, width - 2 * RADIUS[1])}px`;
  function onKeyDown(event: KeyboardEvent, ticketId: string): void {
    if (isComposing(event.nativeEvent) || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.code === 'Enter') onOpen();
    else if (isArrow(event.code)) {
      const next = stepTo(lanes, ticketId, event.code);
      onCurrent(next);
      buttons.current.get(next)?.focus();
    } else return;
    event.preventDefault();
  }
  const first = drawn[0]?.picture.dots[0]?.id ?? null;
  return (
    <div className={classes['board']}>
      <div ref={measured} className={classes['axis']} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} className={classes['tick']} style={{ insetInlineStart: placeOf(tick) }}>
            {tick === 0 ? text('risk.now') : formatDuration(tick * HOUR_MS, language)}
          </span>
        ))}
      </div>
      {drawn.map(({ lane, picture, byId }) => (
        <section
          key={lane.id ?? 'none'}
          className={classes['lane']}
          data-kind={lane.kind}
          aria-label={words.lane(lane)}
        >
          <p className={classes['name']}>
            {words.lane(lane)} <span>{text('risk.count', { count: lane.dots.length })}</span>
          </p>
          <div className={classes['track']} style={{ blockSize: `${picture.height}px` }}>
            {ticks.map((tick) => (
              <span key={tick} className={classes['line']} style={{ insetInlineStart: placeOf(tick) }} aria-hidden />
            ))}
            {picture.dots.map(({ id, x, y, r }) => {
              const dot = byId.get(id);
              return dot === undefined ? null : (
                <DotButton
                  key={id}
                  dot={dot}
                  label={words.dot(dot)}
                  place={{ x, y, r }}
                  current={id === current}
                  reachable={id === (current ?? first)}
                  keep={(button) =>
                    void (button === null ? buttons.current.delete(id) : buttons.current.set(id, button))
                  }
                  onCurrent={() => onCurrent(id)}
                  onKeyDown={(event) => onKeyDown(event, id)}
                />
              );
            })}
          </div>
        </section>
      ))}
    </div>
  );
}

interface DotButtonProps {
  readonly dot: Dot;
  readonly label: string;
  readonly place: { readonly x: number; readonly y: number; readonly r: number };
  readonly current: boolean;
  readonly reachable: boolean;
  readonly keep: (button: HTMLButtonElement | null) => void;
  readonly onCurrent: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Hollow: nobody has it. The priority stands in it, so that hue alone says nothing. */
function DotButton({ dot, label, place, current, reachable, keep, onCurrent, onKeyDown }: DotButtonProps) {
  const { x, y, r } = place;
  const size = `${2 * r}px`;
  const look = dot.over ? 'over' : dot.leftSeconds <= 3_600 ? 'soon' : 'later';
  return (
    <button
      ref={keep}
      type="button"
      className={classes['dot']}
      data-look={look}
      data-free={dot.ticket.assignee === null}
      aria-label={label}
      aria-current={current}
      title={label}
      tabIndex={reachable ? 0 : -1}
      style={{ insetInlineStart: `${x - r}px`, insetBlockStart: `${y - r}px`, inlineSize: size, blockSize: size }}
      onFocus={onCurrent}
      onClick={onCurrent}
      onKeyDown={onKeyDown}
    >
      {dot.ticket.priority}
    </button>
  );
}
