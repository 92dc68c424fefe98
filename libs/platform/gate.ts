interface GateLimits {
  /** How many of one key may be inside at once. */
  readonly inside: number;
  /** How many more of that key may wait. */
  readonly waiting: number;
  readonly waitMs: number;
}
/** Lets the next one in. A second call does nothing. */
export type Leave = () => void;

interface Place {
  inside: number;
  readonly queue: (() => void)[];
}

/** Limits how many of each key run at once; the rest wait in turn, for a short time, in a bounded queue. */
export class Gate {
  private readonly places = new Map<string, Place>();

  constructor(private readonly limits: GateLimits) {}

  /**
   * Resolves to the release function, or null when the queue is full, the wait was too long, or the waiter has gone
   * (`gone`).
   */
  async enter(key: string, gone?: AbortSignal): Promise<Leave | null> {
    const place = this.places.get(key) ?? { inside: 0, queue: [] };
    this.places.set(key, place);
    if (place.inside >= this.limits.inside && !(await this.waitForTurn(place, gone))) return null;
    place.inside++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      place.inside--;
      const next = place.queue.shift();
      if (next) next();
      else if (place.inside === 0) this.places.delete(key);
    };
  }

  private waitForTurn(place: Place, gone?: AbortSignal): Promise<boolean> {
    if (place.queue.length >= this.limits.waiting || gone?.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const settle = (admitted: boolean): void => {
        clearTimeout(timer);
        gone?.removeEventListener('abort', giveUp);
        const at = place.queue.indexOf(admit);
        if (at >= 0) place.queue.splice(at, 1);
        resolve(admitted);
      };
      const admit = (): void => settle(true);
      const giveUp = (): void => settle(false);
      const timer = setTimeout(giveUp, this.limits.waitMs);
      gone?.addEventListener('abort', giveUp);
      place.queue.push(admit);
    });
  }
}
