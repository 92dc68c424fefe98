import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, audit } from '#libs/access';
import { ColleaguesService } from '#libs/directory';
import { CopiesService, PreviewsService, ReadersService, type Recipient } from '#libs/oversight/copies';
import { londonDate, now } from '#libs/platform';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { type Page, page, pageWithErrors } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { answersIn, includedIn, toContactsView } from '../shared/family-contacts.js';
import { causes, recipientItems, recipientOf, topicLabel } from './copies.page.js';

const PREVIEW = 'copies/preview.njk';

@Controller('episodes/:id')
export class CopiesController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly copies: CopiesService,
    private readonly previews: PreviewsService,
    private readonly readers: ReadersService,
    private readonly colleagues: ColleaguesService,
  ) {}

  /** Choosing a recipient; then the sender's own copy, with what the recipient will not get marked in its place. */
  @Get('preview')
  @Allow('sharing.preview')
  async preview(
    @Param('id') id: string,
    @Query('for') asked?: unknown,
    @Query('name') name?: unknown,
    @Query() query: Record<string, unknown> = {},
  ): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'access');
    seen.abilities.permit('record.read');
    seen.abilities.permit('sharing.preview', 'preview what someone can see');
    const chosen = typeof asked === 'string' ? asked : '';
    const sought = typeof name === 'string' ? name.trim().slice(0, 100) : '';
    const choice = {
      title: 'Preview what someone can see',
      episode,
      chosen,
      items: recipientItems(await this.readers.choices(id), chosen),
      sought,
      colleagues: sought ? await this.colleagues.list({ name: sought, limit: 20 }) : [],
    };
    if (!chosen) return page(PREVIEW, choice);
    const recipient = recipientOf(chosen);
    const result = recipient
      ? await this.result(id, recipient, includedIn(query))
      : { ok: false as const, errors: [{ field: 'for', message: 'Select who the copy is for' }] };
    if (!result.ok)
      return pageWithErrors(PREVIEW, {
        ...choice,
        errors: result.errors.map(({ message }) => ({ field: 'for', message })),
      });
    const { reader, document, sections, withheld, contacts } = result.value;
    const answers = answersIn(contacts?.offers ?? []);
    const view = {
      ...choice,
      reader,
      reaches: document !== null,
      contacts: contacts && toContactsView(contacts),
      copyHref: `/episodes/${id}/copy?for=${chosen}${answers && `&${answers}`}`,
      sections: sections.map(({ title, passages }) => ({
        title,
        passages: passages.map((passage) => ({ ...passage, topic: topicLabel(passage.topic) })),
      })),
      causes: causes(withheld),
    };
    return result.changed.length > 0
      ? pageWithErrors(PREVIEW, { ...view, errors: result.changed })
      : page(PREVIEW, view);
  }

  /**
   * Answers that no longer match the contact details include nothing: the preview is the same as without them, and says
   * so.
   */
  private async result(id: string, recipient: Recipient, include: readonly string[]) {
    const first = await toFormResult(() => this.previews.marked(id, recipient, include));
    if (first.ok || !first.errors.some(({ field }) => field === 'include')) return { ...first, changed: [] };
    const again = await toFormResult(() => this.previews.marked(id, recipient));
    return { ...again, changed: first.errors.map(({ message }) => ({ field: 'contacts', message })) };
  }

  /** The copy alone, to print or hand over: the sender's own or the recipient's. */
  @Get('copy')
  @Allow('episode.read')
  @ConfirmedRecently()
  async copy(
    @Param('id') id: string,
    @Query('for') asked?: unknown,
    @Query() query: Record<string, unknown> = {},
  ): Promise<Page> {
    const { episode } = await this.header.open(id, 'access');
    const view = { episode, madeOn: londonDate(now()), topicLabel };
    const recipient = recipientOf(asked);
    if (asked === undefined || !recipient) {
      const copy = await this.copies.copyOf(id);
      await audit('read copy', 'episode', { episodeId: id });
      return page('copies/copy.njk', { ...view, title: 'Your copy', reader: null, sections: copy.sections });
    }
    const result = await toFormResult(() => this.previews.preview(id, recipient, includedIn(query)));
    // A copy with outdated answers is not handed over in part: the sender must check the preview again.
    if (!result.ok) return this.preview(id, asked, undefined, query);
    const { reader, document, contacts } = result.value;
    const answers = answersIn(contacts?.offers ?? []);
    return page('copies/copy.njk', {
      ...view,
      title: `Copy for ${reader.name}`,
      reader,
      previewHref: `/episodes/${id}/preview?for=${String(asked)}${answers && `&${answers}`}`,
      sections: document?.sections ?? null,
    });
  }
}
