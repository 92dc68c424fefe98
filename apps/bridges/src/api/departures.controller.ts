import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { DeparturesService, standingLabel } from '#libs/directory';

/** People leaving the administrator's agency. Kinds and numbers; no family. */
@ApiTags('directory')
@Controller('api/v1')
export class DeparturesApiController {
  constructor(private readonly departures: DeparturesService) {}

  /** People who left the agency within the last 14 days, which can be undone. */
  @ApiOperation({ summary: 'List departures that can be undone' })
  @Get('departures')
  @Allow('people.manage')
  async list() {
    return { items: await this.departures.undoable(), next: null };
  }

  /**
   * What a person of the agency has open, as numbers of each kind: what must be handed over before they leave, what
   * passes to the people who answer for the families, and what ends.
   */
  @ApiOperation({ summary: 'Count what a practitioner would hand over' })
  @Get('practitioners/:id/standings')
  @Allow('people.manage')
  async standings(@Param('id') id: string) {
    const counts = await this.departures.standings(id);
    return { items: counts.map((one) => ({ ...one, label: standingLabel(one.kind) })), next: null };
  }

  /** Notifies the person's managers that their work is to be handed over. */
  @ApiOperation({ summary: 'Ask managers to hand over a practitioner’s work' })
  @Post('practitioners/:id/hand-over-requests')
  @Allow('people.manage')
  async ask(@Param('id') id: string) {
    return { managers: await this.departures.askManagers(id) };
  }

  /** The posts begin again. Sessions and tokens of before stay ended, and what passed to others stays with them. */
  @ApiOperation({ summary: 'Undo a departure' })
  @Post('practitioners/:id/departures/undoing')
  @Allow('people.manage')
  async undo(@Param('id') id: string) {
    await this.departures.undo(id);
    return { id, left: false };
  }
}
