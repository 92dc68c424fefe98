import { Injectable } from '@nestjs/common';

type Listener = () => Promise<void>;

/** Tells what depends on the clock of a demonstration that it was moved. */
@Injectable()
export class ClockMoves {
  private readonly listeners: Listener[] = [];

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Resolves when all have done what falls due by the new time. */
  async announce(): Promise<void> {
    for (const listener of this.listeners) await listener();
  }
}
