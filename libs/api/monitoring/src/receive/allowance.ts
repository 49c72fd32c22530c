import { MINUTE, type Instant } from '@daylight/domain';

const MOST_KNOWN = 10_000;

/** How many deliveries a source may still make; filled up evenly over the minute. One process's count. */
export class Allowance {
  private readonly left = new Map<string, { readonly tokens: number; readonly at: Instant }>();

  /** Takes one, or says after how many seconds there will be one again. */
  take(
    name: string,
    perMinute: number,
    now: Instant,
  ): { readonly kind: 'taken' } | { readonly kind: 'wait'; readonly seconds: number } {
    const before = this.left.get(name) ?? { tokens: perMinute, at: now };
    const tokens = Math.min(perMinute, before.tokens + ((now - before.at) * perMinute) / MINUTE);
    const taken = tokens >= 1;
    if (this.left.size >= MOST_KNOWN) this.left.clear();
    this.left.set(name, { tokens: taken ? tokens - 1 : tokens, at: now });
    return taken ? { kind: 'taken' } : { kind: 'wait', seconds: Math.ceil((1 - tokens) * (60 / perMinute)) };
  }
}
