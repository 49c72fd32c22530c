import { Socket } from 'node:net';

/**
 * A connection that hands over in one write what one turn of the event loop sends: pipelined statements otherwise cost a
 * system call, and wake the server, each.
 */
export class GatheringSocket extends Socket {
  private held = false;

  override cork(): void {
    super.cork();
    if (this.held) return;
    this.held = true;
    super.cork();
    process.nextTick(() => {
      this.held = false;
      super.uncork();
    });
  }
}
