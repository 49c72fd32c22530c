export interface BulletInput {
  readonly value: number | null;
  readonly target: number;
  readonly previous: number | null;
  /** The scale's ends: attainment is read near 100 %, so the scale may begin at 80 or 90. */
  readonly min: number;
  readonly max: number;
  readonly width: number;
}

export interface BulletGeometry {
  readonly bar: number | null;
  readonly target: number;
  readonly previous: number | null;
}

/** Lengths for a bullet: the bar, the target line, the previous period's tick; clamped to the scale. */
export function bullet(input: BulletInput): BulletGeometry {
  const at = (value: number): number =>
    (Math.min(Math.max(value, input.min), input.max) - input.min) * (input.width / (input.max - input.min));
  return {
    bar: input.value === null ? null : at(input.value),
    target: at(input.target),
    previous: input.previous === null ? null : at(input.previous),
  };
}

/** Where a scale for attainment should begin: a round ten below the least figure, never above 90. */
export function bulletFloor(figures: readonly (number | null)[]): number {
  const least = Math.min(90, ...figures.filter((figure) => figure !== null));
  return Math.max(0, Math.floor((least - 1) / 10) * 10);
}
