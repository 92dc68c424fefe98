import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, permitOn } from '#libs/access';
import { AgendasService, PanelsService } from '#libs/casework/panels';
import { date } from '#libs/page-kit';
import { londonDate, now } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';

const VIEW = 'panels/refer.njk';

/** Referring an episode to a panel, and the outcome. */
@Controller('episodes/:id/panel')
export class ReferralsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly panels: PanelsService,
    private readonly agendas: AgendasService,
  ) {}

  @Get()
  @Allow('record.read')
  async show(@Param('id') id: string): Promise<Page> {
    return page(VIEW, await this.load(id));
  }

  @Post()
  @Allow('panel.refer')
  async refer(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    await permitOn(id, 'panel.refer', 'take this to a panel');
    const [meetingId, question] = [textOf(body['meetingId']), textOf(body['question'])];
    const errors = [
      ...(meetingId ? [] : [{ field: 'meetingId', message: 'Select the meeting' }]),
      ...(question.trim() ? [] : [{ field: 'question', message: 'Enter what you want to ask the panel' }]),
    ];
    const result = await submit({ ok: errors.length === 0, errors }, () =>
      this.agendas.refer(meetingId, id, question),
    );
    if (result.ok)
      return done(
        `/episodes/${id}/panel`,
        'Added to the agenda. Panel members can read what the family agreed to share until 10 working days after the meeting.',
      );
    return pageWithErrors(VIEW, { ...(await this.load(id)), errors: result.errors, typed: body });
  }

  private async load(id: string) {
    const { seen, episode } = await this.header.open(id, 'overview');
    const items = await this.agendas.ofEpisode(id);
    const today = londonDate(now());
    const meetings = (await this.panels.panels())
      .flatMap((panel) => panel.meetings)
      .filter(({ heldOn, cancelled }) => !cancelled && heldOn >= today);
    return {
      title: 'Panels',
      episode,
      items,
      agreed: await this.agendas.isAgreed(id),
      mayRefer: seen.open && seen.abilities.may('panel.refer'),
      meetings: [
        { value: '', text: 'Choose' },
        ...meetings.map(({ id: value, panel, heldOn }) => ({ value, text: `${panel}, ${date(heldOn)}` })),
      ],
      typed: {},
      errors: [],
    };
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
