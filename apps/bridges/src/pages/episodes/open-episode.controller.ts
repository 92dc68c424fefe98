import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ChildrenSearchService, ChildrenService, type IndexEntry } from '#libs/casework/children';
import { EpisodesService } from '#libs/casework/episodes';
import { FormReader } from '#libs/page-kit';
import { isId, unreachable } from '#libs/platform';
import { keysOf, optionsOf, PRESENTING_NEEDS, REFERRAL_SOURCES, fullName } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';

const VIEW = 'episodes/open-episode.njk';
interface Sibling {
  readonly id: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly dateOfBirth: string | null;
}

/** Opening an episode for a child who was searched for first, and for brothers and sisters if they are included. */
@Controller('episodes/new')
export class OpenEpisodeController {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly children: ChildrenService,
    private readonly search: ChildrenSearchService,
  ) {}

  @Get()
  @Allow('episode.open')
  async show(@Query('child') childId: unknown): Promise<Page | Redirect> {
    if (childId === undefined) return done('/children');
    return page(VIEW, { ...(await this.form(childId)), typed: {} });
  }

  @Post()
  @Allow('episode.open')
  async open(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.form(body['child']);
    const form = new FormReader(body);
    const siblings = form.choices(
      'siblings',
      view.siblings.map(({ id }) => id),
      { label: 'the brothers and sisters', optional: true },
    );
    const opening = {
      childIds: [view.child.id, ...siblings],
      reason: form.longText('reason', {
        label: 'the reason',
        message: 'Enter why help is needed',
        max: 4000,
      }),
      referralSource: form.optionalChoice('referralSource', keysOf(REFERRAL_SOURCES), {
        label: 'who asked for help',
      }),
      presentingNeeds: form.choices('presentingNeeds', keysOf(PRESENTING_NEEDS), {
        label: 'the needs',
        optional: true,
      }),
      longTerm: form.choices('longTerm', ['yes'], { label: 'long-term help', optional: true }).length > 0,
    };
    const result = await submit(form, () => this.episodes.openEpisode(opening));
    if (!result.ok) return pageWithErrors(VIEW, { ...view, typed: form.typed, errors: result.errors });
    return done(`/episodes/${result.value}`, 'Episode started. Complete the checklist next.');
  }

  private async form(childId: unknown) {
    if (!isId(childId)) throw unreachable();
    const child: IndexEntry | null = await this.search.indexEntry(childId);
    if (!child) throw unreachable();
    const siblings = (await this.children.siblingsOf(childId)) as Sibling[];
    return {
      title: `Start an episode for ${fullName(child)}`,
      child,
      siblings,
      siblingItems: siblings.map(({ id, givenNames, familyName }) => ({
        value: id,
        text: fullName({ givenNames, familyName }),
      })),
      sources: [{ value: '', text: 'Choose' }, ...optionsOf(REFERRAL_SOURCES)],
      needs: optionsOf(PRESENTING_NEEDS),
    };
  }
}
