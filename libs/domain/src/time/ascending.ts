/** How many values are made room for at first; the room doubles as they come. */
const ROOM = 512;

/**
 * Strictly ascending numbers that say in O(log n), in practice a step or two, which is the last one up to some number
 * (D-CAL-3). A directory of buckets of equal width names the few values among which the binary search has to look.
 */
export class Ascending {
  private values = new Float64Array(ROOM);
  private length = 0;
  /** `directory[b]`: index of the first value in bucket b or a later one; filled up to the bucket of the last value. */
  private directory = new Int32Array(ROOM);
  private lastBucket = -1;
  private base = 0;

  /** `width` of a bucket: about as far apart as the values usually are. */
  constructor(private readonly width: number) {}

  /** The value at an index; NaN where there is none. */
  at(index: number): number {
    return index >= 0 && index < this.length ? (this.values[index] ?? NaN) : NaN;
  }

  size(): number {
    return this.length;
  }

  /** Adds a value greater than all before. */
  push(value: number): void {
    if (this.length === 0) this.base = value;
    if (this.length === this.values.length) this.values = doubled(this.values, new Float64Array(this.length * 2));
    this.values[this.length] = value;
    const bucket = this.bucketOf(value);
    while (bucket + 1 >= this.directory.length) {
      this.directory = doubled(this.directory, new Int32Array(this.directory.length * 2));
    }
    while (this.lastBucket < bucket) {
      this.lastBucket += 1;
      this.directory[this.lastBucket] = this.length;
    }
    this.length += 1;
    this.directory[bucket + 1] = this.length;
  }

  /** Index of the last value that is at most `limit`, -1 when there is none. */
  lastAtMost(limit: number): number {
    const bucket = this.bucketOf(limit);
    if (!(bucket >= 0)) return -1;
    if (bucket > this.lastBucket) return this.length - 1;
    let low = this.directory[bucket] ?? 0;
    let high = this.directory[bucket + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.values[middle] ?? 0) <= limit) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Index of the last value below `limit`, -1 when there is none. */
  lastBelow(limit: number): number {
    const index = this.lastAtMost(limit);
    return this.values[index] === limit ? index - 1 : index;
  }

  private bucketOf(value: number): number {
    return Math.floor((value - this.base) / this.width);
  }
}

function doubled<T extends Float64Array | Int32Array>(full: T, empty: T): T {
  empty.set(full);
  return empty;
}
