import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AgenciesService, PeopleService, PostsService, rolesGivenBy } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, addDays, londonDate, now } from '#libs/platform';
import { labelOf, PRACTITIONER_ROLES } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { toPostView } from './posts.page.js';

const NEW = 'directory/new-post.njk';
const CHANGE = 'directory/post-form.njk';

/** Posts of a person in the administrator's agency: a further one, another role or team, a last day. */
@Controller('people/:id/posts')
export class PostsController {
  constructor(
    private readonly people: PeopleService,
    private readonly posts: PostsService,
    private readonly agencies: AgenciesService,
  ) {}

  @Get('new')
  @Allow('people.manage')
  async showNew(@Param('id') id: string): Promise<Page> {
    return page(NEW, { ...(await this.newForm(id)), typed: { role: 'practitioner' } });
  }

  @Post('new')
  @Allow('people.manage')
  async give(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const shown = await this.newForm(id);
    const form = new FormReader(body);
    const draft = {
      ...readPost(form, shown),
      lastDayOn: form.optionalDate('lastDayOn', { label: 'the last day' }),
      coversFor: form.optionalChoice(
        'coversFor',
        shown.colleagues.map(({ value }) => value),
        { label: 'the colleague' },
      ),
    };
    const result = await submit(form, () =>
      this.posts.give(id, { ...draft, coversFor: draft.coversFor || null }),
    );
    return result.ok
      ? done(`/people/${id}`, `${shown.person.name} has been given another post.`)
      : pageWithErrors(NEW, { ...shown, typed: form.typed, errors: result.errors });
  }

  @Get(':postId')
  @Allow('people.manage')
  async showChange(@Param('id') id: string, @Param('postId') postId: string): Promise<Page> {
    return page(CHANGE, await this.changeForm(id, postId));
  }

  @Post(':postId')
  @Allow('people.manage')
  async change(
    @Param('id') id: string,
    @Param('postId') postId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const shown = await this.changeForm(id, postId);
    const form = new FormReader(body);
    const seen = readVersion(form);
    const { beginsOn, ...changes } = readPost(form, shown);
    const result = await submit(form, () =>
      this.posts.change(id, postId, seen, {
        ...changes,
        ...(beginsOn ? { beginsOn } : {}),
        unassigned: body['unassigned'] === 'yes',
      }),
    );
    return result.ok
      ? done(`/people/${id}`, `${shown.person.name}’s post has been changed.`)
      : pageWithErrors(CHANGE, { ...shown, typed: form.typed, errors: result.errors });
  }

  @Post(':postId/last-day')
  @Allow('people.manage')
  async setLastDay(
    @Param('id') id: string,
    @Param('postId') postId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const shown = await this.changeForm(id, postId);
    const form = new FormReader(body);
    const seen = readVersion(form);
    const lastDayOn = form.optionalDate('lastDayOn', { label: 'the last day', earliest: londonDate(now()) });
    const result = await submit(form, () => this.posts.setLastDay(id, postId, seen, lastDayOn));
    return result.ok
      ? done(`/people/${id}`, lastDayOn ? 'The last day has been saved.' : 'The post has no last day now.')
      : pageWithErrors(CHANGE, { ...shown, typed: { ...shown.typed, ...form.typed }, errors: result.errors });
  }

  private async newForm(id: string) {
    const person = await this.people.find(id);
    const colleagues = (await this.people.mine()).filter((one) => one.id !== id);
    return {
      title: `Give ${person.name} another post`,
      person,
      ...(await this.choices()),
      colleagues: [{ value: '', text: 'No one' }, ...colleagues.map(named)],
    };
  }

  private async changeForm(id: string, postId: string) {
    const person = await this.people.find(id);
    const post = await this.posts.find(id, postId);
    const lastDayOn = post.endedAt && addDays(londonDate(post.endedAt), -1);
    return {
      title: `Change ${person.name}’s post`,
      person,
      post: toPostView(post),
      isOwn: id === actor().practitionerId,
      ...(await this.choices()),
      typed: {
        role: post.role,
        teamId: post.team?.id ?? '',
        localityId: post.locality?.id ?? '',
        lastDayOn,
      },
    };
  }

  private async choices() {
    const { kind } = await this.agencies.find(actor().agencyId);
    return {
      roles: rolesGivenBy(kind).map((role) => ({
        value: role as string,
        text: labelOf(PRACTITIONER_ROLES, role),
      })),
      teams: [{ value: '', text: 'No team' }, ...(await this.agencies.teams(actor().agencyId)).map(named)],
      localities: [{ value: '', text: 'No locality' }, ...(await this.agencies.localities()).map(named)],
    };
  }
}

const named = ({ id, name }: { id: string; name: string }) => ({ value: id, text: name });
const readVersion = (form: FormReader): number =>
  form.integer('version', { label: 'the version', min: 1, max: 1_000_000 });
type Choices = readonly { readonly value: string }[];

function readPost(form: FormReader, offered: { roles: Choices; teams: Choices; localities: Choices }) {
  const among = (choices: Choices): string[] => choices.map(({ value }) => value);
  return {
    role: form.choice('role', among(offered.roles), { label: 'the role' }),
    teamId: form.optionalChoice('teamId', among(offered.teams), { label: 'the team' }) || null,
    localityId:
      form.optionalChoice('localityId', among(offered.localities), { label: 'the locality' }) || null,
    beginsOn: form.optionalDate('beginsOn', { label: 'the first day', earliest: londonDate(now()) }),
  };
}
