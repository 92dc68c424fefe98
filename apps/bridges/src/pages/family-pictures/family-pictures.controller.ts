import { Controller, Get, Param } from '@nestjs/common';
import { Allow, audit } from '#libs/access';
import { CarersService, ChildrenService } from '#libs/casework/children';
import { HouseholdsService } from '#libs/casework/families';
import { FamilyGraphService, SupportService } from '#libs/casework/family-pictures';
import {
  ecomap,
  ecomapKey,
  ecomapSentences,
  genogram,
  genogramKey,
  plural,
  sentencesOf,
} from '#libs/page-kit';
import { londonDate, now } from '#libs/platform';
import { fullName } from '#libs/terms';
import { type Page, page } from '../../http/page.js';
import { toEcomap } from './ecomap.page.js';
import { toGenogram } from './genogram.page.js';

const IN_WORDS = 'The same is written on this page in words.';

/** The family of a child, and who helps them, as pictures and in words that say the same. */
@Controller('children/:id')
export class FamilyPicturesController {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly households: HouseholdsService,
    private readonly graphs: FamilyGraphService,
    private readonly support: SupportService,
  ) {}

  @Get('genogram')
  @Allow('episode.list')
  async showGenogram(@Param('id') id: string): Promise<Page> {
    const found = await this.children.find(id);
    const { child } = found;
    const graph = await this.graphs.graphOf(id, found);
    await audit('read genogram', 'child', { childId: id });
    const parts = graph && toGenogram(graph, londonDate(now()));
    return page('family-pictures/genogram.njk', {
      title: `Genogram of ${fullName(child)}`,
      child,
      homesProtected: graph?.homesProtected === true,
      isCutShort: graph?.isCutShort === true,
      picture: parts && {
        svg: await genogram(parts, {
          title: `Genogram of ${fullName(child)}`,
          desc: `${plural(parts.people.length, 'person', 'people')}. ${IN_WORDS}`,
        }),
        key: genogramKey(parts),
        words: sentencesOf(parts),
      },
    });
  }

  @Get('ecomap')
  @Allow('episode.list')
  async showEcomap(@Param('id') id: string): Promise<Page> {
    const { child, details } = await this.children.find(id);
    const title = `Ecomap of ${fullName(child)}`;
    const parts =
      details &&
      toEcomap({
        child,
        details,
        carers: await this.carers.carersOf(id),
        homes: details.contactProtected ? [] : await this.households.householdsOf(id),
        supporters: await this.support.supportersOf(id),
        unnamed: await this.support.unnamedOf(id),
      });
    await audit('read ecomap', 'child', { childId: id });
    return page('family-pictures/ecomap.njk', {
      title,
      child,
      isProtected: details?.contactProtected === true,
      picture: parts && {
        svg: ecomap(parts, {
          title,
          desc: `${plural(parts.around.length, 'circle')} around the child. ${IN_WORDS}`,
        }),
        key: ecomapKey(parts),
        words: ecomapSentences(parts),
      },
    });
  }
}
