import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open } from '#libs/access';
import { PersonasService } from '#libs/accounts';
import { CONFIG, type Config, Demonstration, unreachable } from '#libs/platform';
import { NullableInstant } from './fields.js';
import { DEMO_PASSWORD } from '../demo-password.js';

class ClockBody {
  /** An instant; without one the clock returns to the machine's time. */
  @NullableInstant() now?: string | null;
}

interface SentMessage {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly href: string | null;
  readonly sent_at: Date;
}

/** Demonstration only: its invented people, its clock, and the messages that would have been sent. */
@ApiTags('demo')
@Controller('api/v1/demo')
export class DemoController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly personas: PersonasService,
    private readonly demonstration: Demonstration,
  ) {}

  @ApiOperation({ summary: 'List the people of the demonstration' })
  @Get('personas')
  @Open()
  async list() {
    this.onlyInDemo();
    return (await this.personas.all()).map((persona) => ({ ...persona, password: DEMO_PASSWORD }));
  }

  @ApiOperation({ summary: 'Move the demonstration’s clock' })
  @Put('clock')
  @Open()
  async moveClock(@Body() { now }: ClockBody): Promise<{ now: Date }> {
    this.onlyInDemo();
    return this.demonstration.moveClock(now ?? null);
  }

  @ApiOperation({ summary: 'List messages that would have gone out' })
  @Get('outbox')
  @Open()
  async outbox(): Promise<SentMessage[]> {
    this.onlyInDemo();
    return this.demonstration.outbox();
  }

  private onlyInDemo(): void {
    if (!this.config.demo) throw unreachable();
  }
}
