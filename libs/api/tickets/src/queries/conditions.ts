import { isId } from '@daylight/api-calendars';

/** Conditions of a list and the values they refer to: the text depends only on which conditions there are. */
export class Conditions {
  private readonly parts: string[] = [];
  readonly values: unknown[] = [];

  /** Adds a value and returns its placeholder. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  and(condition: string): this {
    this.parts.push(condition);
    return this;
  }

  /** One of several; a single one by `=`, since `= any` loses the order of an index (decision 2). Nothing asked: no condition. */
  among(column: string, values: readonly string[] | null | undefined): this {
    if (values === null || values === undefined) return this;
    const [only] = values;
    if (values.length === 1 && only !== undefined) return this.and(`${column} = ${this.value(only)}`);
    return this.and(`${column} = any (${this.value(values)}::text[])`);
  }

  /** The same for ids; what can't be an id matches nothing. */
  amongIds(column: string, ids: readonly string[] | null | undefined): this {
    if (ids === null || ids === undefined) return this;
    const known = ids.filter(isId);
    const [only] = known;
    if (known.length === 1 && only !== undefined) return this.and(`${column} = ${this.value(only)}`);
    return this.and(`${column} = any (${this.value(known)}::uuid[])`);
  }

  get text(): string {
    return this.parts.join('\n    and ');
  }
}
