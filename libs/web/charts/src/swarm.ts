/** Something at a place on an axis, as heavy as what is at stake; null: nobody knows. */
export interface SwarmPoint {
  readonly id: string;
  readonly value: number;
  readonly weight: number | null;
}

export interface SwarmFrame {
  readonly width: number;
  /** Value at the right edge; 0 stands at the left one. */
  readonly most: number;
  /** Heaviest of all lanes, so that they share one scale; 0: every dot is as small as the next. */
  readonly heaviest: number;
  readonly radius: readonly [least: number, greatest: number];
}

export interface SwarmDot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface Swarm {
  readonly height: number;
  /** From left to right. */
  readonly dots: readonly SwarmDot[];
}

const GAP = 3;
const STEP = 4;

const radiusOf = ({ weight }: SwarmPoint, { heaviest, radius: [least, greatest] }: SwarmFrame): number =>
  heaviest <= 0 || weight === null || weight <= 0
    ? least
    : least + (greatest - least) * Math.sqrt(Math.min(1, weight / heaviest));

/** A lane of dots that stand exactly at their value and get out of each other's way downwards; areas grow with the weight. */
export function swarm(points: readonly SwarmPoint[], frame: SwarmFrame): Swarm {
  const dots: SwarmDot[] = [];
  const inner = Math.max(1, frame.width - 2 * frame.radius[1]);
  for (const point of [...points].sort((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1))) {
    const r = radiusOf(point, frame);
    const share = Math.min(1, Math.max(0, point.value / frame.most));
    const x = frame.radius[1] + share * inner;
    let y = GAP + r;
    const near = dots.filter((other) => Math.abs(other.x - x) < other.r + r + GAP);
    while (near.some((other) => Math.hypot(other.x - x, other.y - y) < other.r + r + GAP)) y += STEP;
    dots.push({ id: point.id, x, y, r });
  }
  const height = dots.reduce((most, { y, r }) => Math.max(most, y + r), frame.radius[0] * 2) + GAP;
  return { height, dots };
}
