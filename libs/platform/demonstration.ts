import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClockMoves } from './clock-moves.js';

/** The clock of a demonstration, and the messages that would have gone out. No case is in sight from here. */
@Injectable()
export class Demonstration {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moves: ClockMoves,
  ) {}

  /** Moves the clock to an instant, or back to the machine's; answers the instant that it is now. */
  async moveClock(instant: string | null): Promise<{ readonly now: Date }> {
    await this.dataSource.query('select platform.move_clock($1)', [instant]);
    await this.moves.announce();
    const [row] = (await this.dataSource.query('select platform.now() as now')) as { now: Date }[];
    return row!;
  }

  outbox<Row>(): Promise<Row[]> {
    return this.dataSource.query('select * from platform.demo_outbox()');
  }
}
