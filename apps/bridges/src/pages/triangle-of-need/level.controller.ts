import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { LevelsService, StepUpsReadingService, StepUpsService } from '#libs/casework/triangle-of-need';
import { EpisodeFrontDoor } from '#libs/casework/episodes';
import { AgenciesService } from '#libs/directory';
import { londonDate, now } from '#libs/platform';
import { FAMILY_AGREEMENTS, optionsOf } from '#libs/terms';
import { done, Page, type Redirect } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { readLevelForm, readStepUpForm } from './level.form.js';
import { historyRows, journeyOf, toStepUpView } from './level.page.js';

@Controller('episodes/:id')
export class LevelController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly levels: LevelsService,
    private readonly stepUps: StepUpsService,
    private readonly stepUpsReading: StepUpsReadingService,
    private readonly agencies: AgenciesService,
    private readonly frontDoor: EpisodeFrontDoor,
  ) {}

  @Get('level')
  @Allow('record.read')
  show(@Param('id') id: string): Promise<Page> {
    return this.level(id);
  }

  @Post('level')
  @Allow('level.decide')
  async decide(@Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const read = readLevelForm(body);
    if (!read.ok) return this.level(id, read, 422);
    const result = await toFormResult(() => this.levels.decideLevel(id, read.values));
    if (!result.ok) return this.level(id, { typed: body as object, errors: result.errors }, 422);
    return done(`/episodes/${id}/level`, `The level of need is now ${read.values.level}.`);
  }

  @Post('step-ups')
  @Allow('step_up.raise')
  async raise(@Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const read = readStepUpForm(body);
    if (!read.ok) return this.level(id, read, 422);
    const result = await toFormResult(() => this.stepUps.raiseStepUp(id, read.values));
    if (!result.ok) return this.level(id, { typed: body as object, errors: result.errors }, 422);
    return done(
      `/episodes/${id}/level`,
      'Your step-up has been sent to social care. The episode stays open, with its team and lead professional, until they answer.',
    );
  }

  private async level(
    id: string,
    again: { typed?: object; errors?: readonly unknown[] } = {},
    status = 200,
  ): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'overview');
    const history = await this.levels.history(id);
    const today = londonDate(now());
    const stepUps = (await this.stepUpsReading.ofEpisode(id)).map((stepUp) => toStepUpView(stepUp, today));
    const pending = stepUps.find((stepUp) => !stepUp.outcome);
    const statutory = seen.abilities.may('level.set_statutory');
    const levels = (await this.agencies.levels()).filter((level) => statutory || !level.statutory);
    return new Page(
      'triangle-of-need/level.njk',
      {
        title: 'Level of need',
        episode,
        history: historyRows(history),
        journey: journeyOf(history, today),
        pending,
        frontDoor: await this.frontDoor.numbers(id),
        answered: stepUps.filter((stepUp) => stepUp.outcome),
        statutory,
        mayDecide: seen.open && seen.abilities.may('level.decide'),
        mayRaise: seen.open && !pending && seen.abilities.may('step_up.raise'),
        mayAnswer: Boolean(pending) && seen.abilities.may('step_up.decide'),
        levels: levels.map(({ number, name, description }) => ({
          value: String(number),
          text: `${number} ${name}`,
          hint: { text: description },
        })),
        agreements: optionsOf(FAMILY_AGREEMENTS),
        typed: again.typed ?? {},
        errors: again.errors ?? [],
      },
      status,
    );
  }
}
