/** Something that can be gone through one by one. */
interface Playable {
  readonly id: string;
  readonly gone: boolean;
}

/** Where one stands: at a line, and at which place it was, for when it leaves. */
export interface Stand {
  readonly id: string;
  readonly index: number;
}

/** The line that is looked at: the one that was chosen, else what has taken its place. */
export function currentOf<Line extends Playable>(lines: readonly Line[], stand: Stand | null): Line | null {
  const chosen = lines.find(({ id }) => id === stand?.id);
  return chosen ?? lines[Math.min(stand?.index ?? 0, lines.length - 1)] ?? null;
}

/**
 * The next line of a walk after the place one stands at, from the top once the end is reached: never one that was passed by,
 * that is gone, or that a colleague looks at. null: the walk is over.
 */
export function nextOf<Line extends Playable>(
  lines: readonly Line[],
  from: number,
  passed: (line: Line) => boolean,
): Line | null {
  const ahead = [...lines.slice(Math.max(0, from)), ...lines.slice(0, Math.max(0, from))];
  return ahead.find((line) => !line.gone && !passed(line)) ?? null;
}
