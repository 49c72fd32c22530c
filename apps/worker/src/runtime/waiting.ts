/** A pause that can be cut short. Waking before the pause begins counts too, so no wake-up is missed. */
export class Waiting {
  private woken = false;
  private resume: (() => void) | null = null;

  wake(): void {
    this.woken = true;
    this.resume?.();
  }

  /** Resolves after `ms`, or at once when woken. */
  async upTo(ms: number): Promise<void> {
    if (!this.woken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.resume = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.resume = null;
    this.woken = false;
  }
}
