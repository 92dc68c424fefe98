import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { AgendasService, PanelsService } from '#libs/casework/panels';
import { Created } from '../http/versioned.js';
import { Id, IsoDate, LongText, NullableShortText, OptionalYesNo, ShortText } from './fields.js';

class PanelBody {
  @ShortText() name: string;
  @LongText(2000) purpose: string;
}
class PanelMemberBody {
  @Id() practitionerId: string;
  @OptionalYesNo() chairs?: boolean;
}
class PanelMeetingBody {
  @IsoDate() heldOn: string;
  @NullableShortText() place?: string | null;
}
class PanelItemBody {
  @Id() episodeId: string;
  @LongText(2000) question: string;
}
class PanelDecisionBody {
  @LongText() decision: string;
}

@ApiTags('panels')
@Controller('api/v1')
export class PanelsApiController {
  constructor(
    private readonly panels: PanelsService,
    private readonly agendas: AgendasService,
  ) {}

  /** Panels of the area with their members, and meetings whose papers are open. */
  @ApiOperation({ summary: 'List panels' })
  @Get('panels')
  @Allow('panel.refer')
  async list() {
    return { items: await this.panels.panels(), next: null };
  }

  @ApiOperation({ summary: 'Add a panel' })
  @Post('panels')
  @Allow('panel.manage')
  async add(@Body() body: PanelBody) {
    const id = await this.panels.addPanel(body);
    return new Created(await this.panels.panel(id), `/api/v1/panels/${id}`);
  }

  @ApiOperation({ summary: 'Get a panel' })
  @Get('panels/:id')
  @Allow('panel.refer')
  one(@Param('id') id: string) {
    return this.panels.panel(id);
  }

  @ApiOperation({ summary: 'Add a member to a panel' })
  @Post('panels/:id/members')
  @Allow('panel.manage')
  async addMember(@Param('id') id: string, @Body() body: PanelMemberBody) {
    await this.panels.addMember(id, body);
    return new Created(await this.panels.panel(id), `/api/v1/panels/${id}`);
  }

  @ApiOperation({ summary: 'End a panel membership' })
  @Post('panels/:id/members/:memberId/end')
  @HttpCode(200)
  @Allow('panel.manage')
  async endMembership(@Param('id') id: string, @Param('memberId') memberId: string) {
    await this.panels.endMembership(id, memberId);
    return this.panels.panel(id);
  }

  @ApiOperation({ summary: 'List meetings of a panel' })
  @Get('panels/:id/meetings')
  @Allow('panel.refer')
  async meetings(@Param('id') id: string) {
    return { items: (await this.panels.panel(id)).meetings, next: null };
  }

  @ApiOperation({ summary: 'Add a meeting of a panel' })
  @Post('panels/:id/meetings')
  @Allow('panel.manage')
  async addMeeting(@Param('id') id: string, @Body() body: PanelMeetingBody) {
    const meetingId = await this.panels.addMeeting(id, body);
    return new Created(await this.panels.meeting(meetingId), `/api/v1/panel-meetings/${meetingId}`);
  }

  @ApiOperation({ summary: 'Cancel a meeting of a panel' })
  @Post('panel-meetings/:id/cancellation')
  @HttpCode(200)
  @Allow('panel.manage')
  async cancel(@Param('id') id: string) {
    await this.panels.cancelMeeting(id);
    return this.panels.meeting(id);
  }

  /** The agenda: only cases whose record the reader may see. */
  @ApiOperation({ summary: 'Get the agenda of a panel meeting' })
  @Get('panel-meetings/:id/items')
  @Allow('panel.refer')
  async agenda(@Param('id') id: string) {
    const items = await this.agendas.agenda(id);
    await audit('read agenda', 'panel', { subjectId: id });
    return { items, next: null };
  }

  @ApiOperation({ summary: 'Refer an episode to a panel meeting' })
  @Post('panel-meetings/:id/items')
  @Allow('panel.refer')
  async refer(@Param('id') id: string, @Body() { episodeId, question }: PanelItemBody) {
    const itemId = await this.agendas.refer(id, episodeId, question);
    return new Created(await this.agendas.item(itemId), `/api/v1/panel-meetings/${id}/items`);
  }

  @ApiOperation({ summary: 'Record the decision on an agenda item' })
  @Post('panel-items/:id/decision')
  @HttpCode(200)
  @Allow('panel.decide')
  async decide(@Param('id') id: string, @Body() { decision }: PanelDecisionBody) {
    await this.agendas.decide(id, decision);
    return this.agendas.item(id);
  }

  @ApiOperation({ summary: 'Remove an item from an agenda' })
  @Post('panel-items/:id/removal')
  @HttpCode(200)
  @Allow('panel.refer')
  async remove(@Param('id') id: string) {
    await this.agendas.remove(id);
    return { removed: true };
  }

  @ApiOperation({ summary: 'List the panel items of an episode' })
  @Get('episodes/:id/panel-items')
  @Allow('record.read')
  async ofEpisode(@Param('id') episodeId: string) {
    const items = await this.agendas.ofEpisode(episodeId);
    await audit('read panel items', 'episode', { episodeId });
    return { items, next: null };
  }
}
