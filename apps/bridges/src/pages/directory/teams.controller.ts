import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AgenciesService, type Team } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, unreachable } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';

const VIEW = 'directory/team-form.njk';

@Controller('people/teams')
export class TeamsController {
  constructor(private readonly agencies: AgenciesService) {}

  @Get('new')
  @Allow('people.manage')
  async showNew(): Promise<Page> {
    return page(VIEW, { ...(await this.form('/people/teams/new', 'Add a team')), typed: {} });
  }

  @Post('new')
  @Allow('people.manage')
  async add(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.form('/people/teams/new', 'Add a team');
    const form = new FormReader(body);
    const draft = this.read(form, view.localities);
    const result = await submit(form, () => this.agencies.addTeam(draft));
    return result.ok
      ? done('/people', 'Team added.')
      : pageWithErrors(VIEW, { ...view, typed: form.typed, errors: result.errors });
  }

  @Get(':id/change')
  @Allow('people.manage')
  async showChange(@Param('id') id: string): Promise<Page> {
    const team = await this.own(id);
    return page(VIEW, {
      ...(await this.form(`/people/teams/${id}/change`, `Change ${team.name}`)),
      typed: team,
      version: team.version,
    });
  }

  @Post(':id/change')
  @Allow('people.manage')
  async change(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const team = await this.own(id);
    const view = await this.form(`/people/teams/${id}/change`, `Change ${team.name}`);
    const form = new FormReader(body);
    const seen = form.integer('version', { label: 'the version', min: 1, max: 1_000_000 });
    const draft = this.read(form, view.localities);
    const result = await submit(form, () => this.agencies.changeTeam(id, seen, draft));
    return result.ok
      ? done('/people', 'Team saved.')
      : pageWithErrors(VIEW, { ...view, version: team.version, typed: form.typed, errors: result.errors });
  }

  private read(form: FormReader, localities: readonly { value: string }[]) {
    return {
      name: form.text('name', { label: 'the name of the team' }),
      localityId: form.optionalChoice(
        'localityId',
        localities.map(({ value }) => value),
        { label: 'the locality' },
      ),
    };
  }

  private async own(id: string): Promise<Team> {
    const team = (await this.agencies.teams(actor().agencyId)).find((team) => team.id === id);
    if (!team) throw unreachable();
    return team;
  }

  private async form(action: string, title: string) {
    const localities = (await this.agencies.localities()).map(({ id, name }) => ({ value: id, text: name }));
    return { action, title, localities: [{ value: '', text: 'No locality' }, ...localities] };
  }
}
