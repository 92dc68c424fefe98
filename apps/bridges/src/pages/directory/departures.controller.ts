import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  DeparturesService,
  PeopleService,
  type StandingCount,
  standingLabel,
  UNDO_DEPARTURE_DAYS,
} from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';

const VIEW = 'directory/departure.njk';

/** Before a person leaves: what they have open, as kinds and numbers. These pages show no case. */
@Controller('people/:id/leaving')
export class DeparturesController {
  constructor(
    private readonly people: PeopleService,
    private readonly departures: DeparturesService,
  ) {}

  @Get()
  @Allow('people.manage')
  async show(@Param('id') id: string): Promise<Page> {
    return page(VIEW, await this.load(id));
  }

  @Post()
  @Allow('people.manage')
  async leave(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const shown = await this.load(id);
    const form = new FormReader(body);
    const seen = form.integer('version', { label: 'the version', min: 1, max: 1_000_000 });
    const unassigned = body['unassigned'] === 'yes';
    const result = await submit(form, () => this.departures.leave(id, seen, { unassigned }));
    return result.ok
      ? done(
          '/people',
          `${shown.person.name} has been marked as left. They no longer have access to any records.`,
        )
      : pageWithErrors(VIEW, { ...shown, errors: result.errors });
  }

  @Post('hand-over-requests')
  @Allow('people.manage')
  async ask(@Param('id') id: string): Promise<Redirect> {
    const managers = await this.departures.askManagers(id);
    const told = managers === 1 ? '1 manager has been asked' : `${managers} managers have been asked`;
    return done(
      `/people/${id}/leaving`,
      managers === 0
        ? 'No one is a manager in your agency. Ask the coordinator.'
        : `${told} to hand over their work.`,
    );
  }

  @Post('undoing')
  @Allow('people.manage')
  async undo(@Param('id') id: string): Promise<Redirect> {
    await this.departures.undo(id);
    return done(
      `/people/${id}`,
      'They have their posts again and can sign in. Work that passed to other people stays with them.',
    );
  }

  private async load(id: string) {
    const person = await this.people.find(id);
    const counts = await this.departures.standings(id);
    return {
      title: `Before ${person.name} leaves`,
      person,
      version: person.version,
      groups: GROUPS.map(({ weight, heading, explains }) => ({
        heading,
        explains,
        rows: counts.filter((one) => one.weight === weight).map(toRow),
      })).filter(({ rows }) => rows.length > 0),
      mustHandOver: counts.some(({ weight }) => weight === 'must'),
      leads: counts.some(({ kind }) => kind === 'lead'),
      isLast: counts.some(({ kind, weight }) => kind === 'author' && weight === 'must'),
      undoDays: UNDO_DEPARTURE_DAYS,
    };
  }
}

const toRow = ({ kind, weight, many }: StandingCount) => ({
  // An error about what holds the person back leads here.
  id: weight === 'must' ? kind : null,
  what:
    weight === 'must' && kind === 'author' ? 'The only person responsible for a family' : standingLabel(kind),
  many,
});
const GROUPS = [
  {
    weight: 'must',
    heading: 'Must be handed over first',
    explains: 'Their manager hands these over. You do not see which families they are about.',
  },
  {
    weight: 'passes',
    heading: 'Passes to the lead professional',
    explains: 'Unless their manager gives it to another person before. The person who gets it is notified.',
  },
  { weight: 'ends', heading: 'Ends', explains: 'The people concerned are notified.' },
] as const;
