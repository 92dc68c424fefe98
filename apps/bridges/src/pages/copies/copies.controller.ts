import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, audit } from '#libs/access';
import { ColleaguesService } from '#libs/directory';
import { type PrintedDocument, StatementChecksService, TypesetterService } from '#libs/documents';
import {
  CopiesService,
  PreviewsService,
  ReadersService,
  type Recipient,
  toCopyDocument,
} from '#libs/oversight/copies';
import { londonDate, now } from '#libs/platform';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type FileAnswer, Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';
import { EpisodeHeader, type EpisodeHeaderView } from '../shared/episode-header.js';
import { answersIn, includedIn, toContactsView } from '../shared/family-contacts.js';
import { causes, choicesFor, recipientItems, recipientOf, topicLabel } from './copies.page.js';
import { toDocumentView } from './document.page.js';
import { choiceOf, type FileKind, formatHref, formatItems, languageOf, toFile } from './copy-formats.js';

const PREVIEW = 'copies/preview.njk';

interface Copy {
  readonly episode: EpisodeHeaderView;
  readonly title: string;
  readonly backHref: string;
  /** Null when the reader can see nothing. */
  readonly document: PrintedDocument | null;
}

@Controller('episodes/:id')
export class CopiesController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly copies: CopiesService,
    private readonly previews: PreviewsService,
    private readonly readers: ReadersService,
    private readonly colleagues: ColleaguesService,
    private readonly typesetter: TypesetterService,
    private readonly checks: StatementChecksService,
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
      kept: [['for', chosen], ...new URLSearchParams(answers)].map(([name, value]) => ({ name, value })),
      formatItems,
      ...choicesFor(reader.kind),
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

  /** The copy alone, to read, print or hand over: the sender's own or the recipient's. */
  @Get('copy')
  @Allow('episode.read')
  @ConfirmedRecently()
  async copy(@Param('id') id: string, @Query() query: Record<string, unknown>): Promise<Page | Redirect> {
    const file = formatHref(id, query);
    if (file) return done(file);
    const copy = await this.read(id, query);
    return copy instanceof Page ? copy : this.show(copy);
  }

  @Get('copy.pdf')
  @Allow('episode.read')
  @ConfirmedRecently()
  pdf(@Param('id') id: string, @Query() query: Record<string, unknown>): Promise<Page | FileAnswer> {
    return this.file(id, query, 'pdf');
  }

  @Get('copy.docx')
  @Allow('episode.read')
  @ConfirmedRecently()
  word(@Param('id') id: string, @Query() query: Record<string, unknown>): Promise<Page | FileAnswer> {
    return this.file(id, query, 'docx');
  }

  /** Text for Braille or to be read aloud. */
  @Get('copy.txt')
  @Allow('episode.read')
  @ConfirmedRecently()
  text(@Param('id') id: string, @Query() query: Record<string, unknown>): Promise<Page | FileAnswer> {
    return this.file(id, query, 'txt');
  }

  private async file(id: string, query: Record<string, unknown>, kind: FileKind): Promise<Page | FileAnswer> {
    const copy = await this.read(id, query);
    if (copy instanceof Page) return copy;
    if (!copy.document) return this.show(copy);
    return toFile(copy.document, kind, {
      ...{ layout: query['layout'], madeOn: londonDate(now()), typesetter: this.typesetter },
    });
  }

  private show(copy: Copy): Page {
    return page('copies/copy.njk', { ...copy, document: copy.document && toDocumentView(copy.document) });
  }

  /** The document for every format: read, asked and recorded in the same way. A page where it cannot be handed over. */
  private async read(id: string, query: Record<string, unknown>): Promise<Copy | Page> {
    const { episode } = await this.header.open(id, 'access');
    const isChecked = await this.checks.isChecked(languageOf(query['language']));
    const choice = choiceOf(query, londonDate(now()), isChecked);
    const recipient = recipientOf(query['for']);
    if (query['for'] === undefined || !recipient) {
      const copy = await this.copies.copyOf(id);
      await audit('read copy', 'episode', { episodeId: id });
      const document = toCopyDocument(copy.sections, null, choice);
      return { episode, title: 'Your copy', backHref: `${episode.href}/access`, document };
    }
    const result = await toFormResult(() => this.previews.preview(id, recipient, includedIn(query)));
    // A copy with outdated answers is not handed over in part: the sender must check the preview again.
    if (!result.ok) return this.preview(id, query['for'], undefined, query);
    const { reader, document: copy, contacts } = result.value;
    const answers = answersIn(contacts?.offers ?? []);
    const document = copy && toCopyDocument(copy.sections, reader, choice);
    return {
      episode,
      title: `Copy for ${reader.name}`,
      backHref: `/episodes/${id}/preview?for=${String(query['for'])}${answers && `&${answers}`}`,
      document,
    };
  }
}
