import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { Allow, mayEver } from '#libs/access';
import { AccessLogService, LogExportService } from '#libs/oversight/access-log';
import { FormReader } from '#libs/page-kit';
import { actor } from '#libs/platform';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit, toFormResult } from '../../http/submit.js';
import { entryRow, toEntryView, filterHref, filterOf, toLogStateView } from './access-log.page.js';

const VIEW = 'access-log/access-log.njk';
const ENTRY = 'access-log/entry.njk';

/** The whole access log, for the people responsible for how information is shared. */
@Controller('log')
export class AccessLogController {
  constructor(
    private readonly log: AccessLogService,
    private readonly exports: LogExportService,
  ) {}

  @Get()
  @Allow('log.read')
  async show(@Query() query: Record<string, unknown>): Promise<Page> {
    const { filter, typed } = filterOf(query);
    const view = { title: 'Access log', typed, state: toLogStateView(await this.log.state()) };
    const result = await toFormResult(() => this.log.search(filter));
    if (!result.ok) return pageWithErrors(VIEW, { ...view, errors: result.errors, rows: [] });
    const { items, next } = result.value;
    return page(VIEW, {
      ...view,
      rows: items.map(entryRow),
      filtered: Object.keys(filter).some((name) => name !== 'cursor'),
      next: next && filterHref({ ...filter, cursor: next }),
    });
  }

  /** Exports the log as a file. The export is itself recorded, because data leaves the program. */
  @Get('export')
  @Allow('log.read')
  @ConfirmedRecently()
  async export(): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.export(), {
      type: 'application/x-ndjson',
      disposition: 'attachment; filename="access-log.ndjson"',
    });
  }

  @Get('entries/:id')
  @Allow('log.read')
  async entry(@Param('id') id: string): Promise<Page> {
    return page(ENTRY, { ...(await this.load(id)), typed: {} });
  }

  @Post('entries/:id/erasure')
  @Allow('log.erase')
  @ConfirmedRecently()
  async erase(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.load(id);
    const form = new FormReader(body);
    const reason = form.longText('reason', {
      label: 'the reason',
      message: 'Enter why it needs to be erased',
      max: 1000,
    });
    const result = await submit(form, () => this.log.eraseContent(id, reason));
    if (!result.ok) return pageWithErrors(ENTRY, { ...view, errors: result.errors, typed: form.typed });
    return done(`/log/entries/${id}`, 'The reason and detail of this entry have been erased.');
  }

  private async load(id: string) {
    const entry = toEntryView(await this.log.find(id));
    return { title: 'Entry of the access log', entry, mayErase: mayEver(actor().role, 'log.erase') };
  }
}
