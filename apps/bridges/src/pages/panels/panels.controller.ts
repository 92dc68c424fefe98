import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, audit, mayEver } from '#libs/access';
import { AgendasService, PanelsService } from '#libs/casework/panels';
import { ColleaguesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, londonDate, now } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit, toFormResult } from '../../http/submit.js';

type Form = Record<string, unknown>;

/** The chair's pages: panels, their members, meetings and agendas. */
@Controller()
export class PanelsController {
  constructor(
    private readonly panels: PanelsService,
    private readonly agendas: AgendasService,
    private readonly colleagues: ColleaguesService,
  ) {}

  @Get('panels')
  @Allow('panel.refer')
  async list(): Promise<Page> {
    return page('panels/panels.njk', await this.listed());
  }

  @Post('panels')
  @Allow('panel.manage')
  async add(@Body() body: Form): Promise<Page | Redirect> {
    const reader = new FormReader(body);
    const form = reader.answer({
      name: reader.text('name', { label: 'the name of the panel' }),
      purpose: reader.longText('purpose', { label: 'the purpose of the panel', max: 2000 }),
    });
    const result = await submit(form, (values) => this.panels.addPanel(values));
    if (result.ok) return done('/panels', 'Panel set up. Now add its members and meetings.');
    return pageWithErrors('panels/panels.njk', {
      ...(await this.listed()),
      errors: result.errors,
      typed: body,
    });
  }

  @Get('panels/:id')
  @Allow('panel.refer')
  async show(@Param('id') id: string, @Query('name') name?: unknown): Promise<Page> {
    return page('panels/panel.njk', await this.load(id, typeof name === 'string' ? name.trim() : ''));
  }

  @Post('panels/:id/members')
  @Allow('panel.manage')
  async addMember(@Param('id') id: string, @Body() body: Form): Promise<Page | Redirect> {
    const result = await toFormResult(() =>
      this.panels.addMember(id, {
        practitionerId: String(body['practitionerId'] ?? ''),
        chairs: body['chairs'] === 'yes',
      }),
    );
    if (result.ok) return done(`/panels/${id}`, 'Panel member added.');
    return pageWithErrors('panels/panel.njk', {
      ...(await this.load(id)),
      errors: result.errors,
      typed: body,
    });
  }

  @Post('panels/:id/members/:memberId/end')
  @Allow('panel.manage')
  async endMembership(@Param('id') id: string, @Param('memberId') memberId: string): Promise<Redirect> {
    await this.panels.endMembership(id, memberId);
    return done(`/panels/${id}`, 'Panel member removed. They can no longer read its papers.');
  }

  @Post('panels/:id/meetings')
  @Allow('panel.manage')
  async addMeeting(@Param('id') id: string, @Body() body: Form): Promise<Page | Redirect> {
    const reader = new FormReader(body);
    const form = reader.answer({
      heldOn: reader.date('heldOn', { label: 'the date of the meeting' }),
      place: reader.optionalText('place', { label: 'the place' }),
    });
    const result = await submit(form, (values) => this.panels.addMeeting(id, values));
    if (result.ok)
      return done(`/panel-meetings/${result.value}`, 'Meeting planned. You can now add cases to its agenda.');
    return pageWithErrors('panels/panel.njk', {
      ...(await this.load(id)),
      errors: result.errors,
      typed: body,
    });
  }

  @Get('panel-meetings/:id')
  @Allow('panel.refer')
  async agenda(@Param('id') id: string): Promise<Page> {
    const view = await this.meeting(id);
    await audit('read agenda', 'panel', { subjectId: id });
    return page('panels/agenda.njk', view);
  }

  @Post('panel-meetings/:id/cancellation')
  @Allow('panel.manage')
  async cancel(@Param('id') id: string): Promise<Redirect> {
    await this.panels.cancelMeeting(id);
    return done('/panels', 'Meeting cancelled. Its papers are closed.');
  }

  @Post('panel-items/:id/decision')
  @Allow('panel.decide')
  async decide(@Param('id') id: string, @Body() body: Form): Promise<Page | Redirect> {
    const item = await this.agendas.item(id);
    const decision = typeof body['decision'] === 'string' ? body['decision'] : '';
    const result = await toFormResult(() => this.agendas.decide(id, decision));
    if (result.ok)
      return done(`/panel-meetings/${item.meetingId}`, 'Decision saved. The person who asked has been told.');
    const field = `decision-${id}`;
    return pageWithErrors('panels/agenda.njk', {
      ...(await this.meeting(item.meetingId)),
      errors: result.errors.map(({ message }) => ({ field, message })),
      typed: { [field]: decision },
    });
  }

  @Post('panel-items/:id/removal')
  @Allow('panel.refer')
  async remove(@Param('id') id: string): Promise<Redirect> {
    const item = await this.agendas.item(id);
    await this.agendas.remove(id);
    return done(
      `/panel-meetings/${item.meetingId}`,
      'Removed from the agenda. Panel members can no longer read it.',
    );
  }

  private async listed() {
    const panels = await this.panels.panels();
    return {
      title: 'Panels',
      panels: [...panels].sort((a, b) => Number(b.mine) - Number(a.mine)),
      mayManage: mayManage(),
      today: londonDate(now()),
      typed: {},
      errors: [],
    };
  }

  private async load(id: string, name = '') {
    const panel = await this.panels.panel(id);
    return {
      title: panel.name,
      panel,
      mayManage: mayManage(),
      sought: name,
      found: name && mayManage() ? await this.colleagues.list({ name: name.slice(0, 100), limit: 20 }) : [],
      typed: {},
      errors: [],
    };
  }

  private async meeting(id: string) {
    const meeting = await this.panels.meeting(id);
    const { chairedByMe } = await this.panels.panel(meeting.panelId);
    return {
      title: `${meeting.panel}: agenda`,
      meeting,
      items: await this.agendas.agenda(id),
      mayDecide: chairedByMe && mayEver(actor().role, 'panel.decide'),
      mayManage: mayManage(),
      me: actor().practitionerId,
      typed: {},
      errors: [],
    };
  }
}

const mayManage = (): boolean => mayEver(actor().role, 'panel.manage');
