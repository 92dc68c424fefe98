import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, mayEver } from '#libs/access';
import { AgenciesService, ColleaguesService, ServicesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, isId } from '#libs/platform';
import { keysOf, optionsOf, PRACTITIONER_ROLES } from '#libs/terms';
import { type Page, page, pageWithErrors } from '../../http/page.js';
import { byLevel, colleagueRow, peopleTitle } from './directory.page.js';

const PEOPLE_A_PAGE = 100;

/** Services by level of need, and the people to phone. */
@Controller('directory')
export class DirectoryController {
  constructor(
    private readonly services: ServicesService,
    private readonly agencies: AgenciesService,
    private readonly colleagues: ColleaguesService,
  ) {}

  @Get()
  @Allow('directory.read')
  async list(@Query() query: Record<string, unknown>): Promise<Page> {
    const form = new FormReader(query);
    const name = form.optionalText('name', { label: 'the keyword' });
    const level = form.optionalChoice('level', ['1', '2', '3', '4'], { label: 'the level' });
    const levels = await this.agencies.levels();
    const view = {
      title: 'Directory of services',
      typed: form.typed,
      mayEdit: mayEver(actor().role, 'directory.edit'),
      levelItems: [
        { value: '', text: 'All levels' },
        ...levels.map((one) => ({ value: String(one.number), text: `${one.number} ${one.name}` })),
      ],
    };
    if (!form.ok)
      return pageWithErrors('directory/directory.njk', { ...view, errors: form.errors, bands: [] });
    const services = await this.services.list({
      ...(name ? { name } : {}),
      ...(level ? { level: Number(level) } : {}),
    });
    return page('directory/directory.njk', {
      ...view,
      bands: byLevel(levels, services),
      count: services.length,
      looked: Boolean(name ?? level),
    });
  }

  @Get('services/:id')
  @Allow('directory.read')
  async service(@Param('id') id: string): Promise<Page> {
    const service = await this.services.find(id);
    return page('directory/service.njk', {
      title: service.name,
      service,
      mayEdit: mayEver(actor().role, 'directory.edit'),
    });
  }

  @Get('people')
  @Allow('directory.read')
  async people(@Query() query: Record<string, unknown>): Promise<Page> {
    const form = new FormReader(query);
    const agencies = await this.agencies.list();
    const role = form.optionalChoice('role', keysOf(PRACTITIONER_ROLES), { label: 'the role' });
    const agencyId = form.optionalChoice(
      'agency',
      agencies.map(({ id }) => id),
      { label: 'the agency' },
    );
    const name = form.optionalText('name', { label: 'the name' });
    const view = {
      title: peopleTitle(role, agencies.find(({ id }) => id === agencyId)?.name ?? null),
      typed: form.typed,
      roles: [{ value: '', text: 'All roles' }, ...optionsOf(PRACTITIONER_ROLES)],
      agencies: [
        { value: '', text: 'All agencies' },
        ...agencies.map((agency) => ({ value: agency.id, text: agency.name })),
      ],
    };
    if (!form.ok)
      return pageWithErrors('directory/people.njk', {
        ...view,
        title: 'People',
        errors: form.errors,
        people: [],
      });
    const after = isId(query['cursor']) ? query['cursor'] : undefined;
    const colleagues = await this.colleagues.list({
      ...(role ? { role } : {}),
      ...(agencyId ? { agencyId } : {}),
      ...(name ? { name } : {}),
      ...(after ? { after } : {}),
      limit: PEOPLE_A_PAGE + 1,
    });
    const people = colleagues.slice(0, PEOPLE_A_PAGE);
    const coordinated = await this.colleagues.coordinated(people.map(({ id }) => id));
    const next =
      colleagues.length > PEOPLE_A_PAGE
        ? `/directory/people?${new URLSearchParams({ role: role ?? '', agency: agencyId ?? '', name: name ?? '', cursor: colleagues[PEOPLE_A_PAGE - 1]!.id })}`
        : null;
    return page('directory/people.njk', {
      ...view,
      people: people.map((person) => colleagueRow(person, coordinated)),
      next,
    });
  }
}
