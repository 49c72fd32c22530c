/** What the server refused: where in the input, and why in the reader's language. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** The message that belongs to exactly this field; null when it is fine. */
export const messageAt = (problems: readonly FieldProblem[], path: string): string | null =>
  problems.find((problem) => problem.path === path)?.message ?? null;

const stands = (path: string, prefix: string): boolean =>
  path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`);

/** Problems of one part of a document, their paths relative to it: `terms.calendars[0].zone` within `terms.calendars[0]` is `zone`. */
export const within = (problems: readonly FieldProblem[], prefix: string): readonly FieldProblem[] =>
  problems
    .filter(({ path }) => stands(path, prefix))
    .map(({ path, message }) => ({ path: path.slice(prefix.length).replace(/^\./, ''), message }));

/** Problems that none of the parts show: said above the form, so that none is lost. */
export const elsewhere = (problems: readonly FieldProblem[], parts: readonly string[]): readonly FieldProblem[] =>
  problems.filter(({ path }) => !parts.some((part) => stands(path, part)));
