import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Open, PersonasService } from '#libs/access';
import { ClockMoves, CONFIG, type Config, unreachable } from '#libs/platform';
import { NullableInstant } from './fields.js';
import { DEMO_PASSWORD } from '../demo-password.js';

export class ClockBody {
  /** An instant; without one the clock goes back to the machine's. */
  @NullableInstant() now?: string | null;
}

/** What only a demonstration has: its invented people, its clock, and the messages that would have gone out. */
@ApiTags('demo')
@Controller('api/v1/demo')
export class DemoController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly personas: PersonasService,
    private readonly dataSource: DataSource,
    private readonly clock: ClockMoves,
  ) {}

  @Get('personas')
  @Open()
  async list() {
    this.onlyInDemo();
    return (await this.personas.all()).map((persona) => ({ ...persona, password: DEMO_PASSWORD }));
  }

  @Put('clock')
  @Open()
  async moveClock(@Body() { now }: ClockBody) {
    this.onlyInDemo();
    await this.dataSource.query('select platform.move_clock($1)', [now ?? null]);
    await this.clock.announce();
    const [row] = await this.dataSource.query('select platform.now() as now');
    return row;
  }

  @Get('outbox')
  @Open()
  async outbox() {
    this.onlyInDemo();
    return this.dataSource.query('select * from platform.demo_outbox()');
  }

  private onlyInDemo(): void {
    if (!this.config.demo) throw unreachable();
  }
}
