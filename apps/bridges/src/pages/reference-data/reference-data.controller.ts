import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import { REFERENCE_KINDS, ReferenceDataService, type ReferenceKind } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { keysOf, labelOf, optionsOf } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { toFormResult } from '../../http/submit.js';
import { reportInWords } from './reference-data.page.js';

const VIEW = 'reference-data/reference-data.njk';

/** Importing the published lists of schools, practices, districts and postcodes. */
@Controller('reference-data')
export class ReferenceDataController {
  constructor(private readonly data: ReferenceDataService) {}

  @Get()
  @Allow('reference.import')
  async show(): Promise<Page> {
    return page(VIEW, await this.load());
  }

  @Post('imports')
  @Allow('reference.import')
  async import(
    @Req() { upload }: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const kind = form.choice('kind', keysOf(REFERENCE_KINDS), { label: 'the list' });
    if (!upload || upload.problem !== undefined) form.reject('file', upload?.problem ?? 'Select a file');
    const again = async (errors: readonly object[]): Promise<Page> =>
      pageWithErrors(VIEW, { ...(await this.load()), typed: form.typed, errors });
    if (!form.ok || !upload || upload.problem !== undefined) return again(form.errors);
    const result = await toFormResult(() =>
      this.data.importFile(kind as ReferenceKind, upload.name, upload.content),
    );
    return result.ok
      ? done('/reference-data', reportInWords(labelOf(REFERENCE_KINDS, kind), result.value))
      : again(result.errors);
  }

  private async load() {
    const latest = new Map((await this.data.latestImports()).map((one) => [one.kind, one]));
    return {
      title: 'Reference data',
      typed: {},
      kinds: optionsOf(REFERENCE_KINDS),
      lists: keysOf(REFERENCE_KINDS).map((kind) => ({
        name: labelOf(REFERENCE_KINDS, kind),
        latest: latest.get(kind) ?? null,
      })),
    };
  }
}
