/** What can be taken back. */
export interface Undoable {
  /** What was done, for the list of recent acts. */
  readonly words: string;
  readonly undo: () => void;
}

interface Kept extends Undoable {
  readonly id: number;
}

const MOST = 20;

/** The last twenty acts, newest first; each is taken back once, by whichever way is used first. */
export class UndoStack {
  private count = 0;
  private kept: readonly Kept[] = [];

  constructor(private readonly onChange: () => void) {}

  list(): readonly Kept[] {
    return this.kept;
  }

  /** Keeps an act; the function takes it back unless that was done before. */
  push(act: Undoable): () => void {
    this.count += 1;
    const id = this.count;
    this.kept = [{ ...act, id }, ...this.kept].slice(0, MOST);
    this.onChange();
    return () => this.undo(id);
  }

  /** Takes back one act, or the latest. */
  undo(id: number | undefined = this.kept[0]?.id): void {
    const act = this.kept.find((each) => each.id === id);
    if (act === undefined) return;
    this.kept = this.kept.filter((each) => each.id !== id);
    this.onChange();
    act.undo();
  }
}
