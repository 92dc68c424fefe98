import { Injectable } from '@nestjs/common';

type Listener = () => Promise<void>;

/** Notifies listeners when the clock of a demonstration is moved. */
@Injectable()
export class ClockMoves {
  private readonly listeners: Listener[] = [];

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Resolves after every listener has done the work that is due by the new time. */
  async announce(): Promise<void> {
    for (const listener of this.listeners) await listener();
  }
}
