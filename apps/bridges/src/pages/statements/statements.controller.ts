import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import { type DocumentLanguage, StatementChecksService } from '#libs/documents';
import { FormReader } from '#libs/page-kit';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { languageIn, TRANSLATED, toStatementsView } from './statements.page.js';

const VIEW = 'statements/statements.njk';

/** The fixed statements of copies for families, by language, and recording that a translator has checked them. */
@Controller('statements')
export class StatementsController {
  constructor(private readonly checks: StatementChecksService) {}

  @Get()
  @Allow('statement.check')
  async show(@Query('language') language?: unknown): Promise<Page> {
    return page(VIEW, { ...(await this.load(language)), typed: {} });
  }

  @Post('checks')
  @Allow('statement.check')
  async check(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const language = form.choice('language', TRANSLATED, { label: 'the language' });
    const translator = form.text('translator', { label: 'the translator’s name', max: 200 });
    const qualification = form.text('qualification', { label: 'the translator’s qualification', max: 200 });
    const result = await submit(form, () =>
      this.checks.record(language as DocumentLanguage, translator, qualification),
    );
    if (result.ok) return done(`/statements?language=${language}`, 'The check has been recorded.');
    return pageWithErrors(VIEW, {
      ...(await this.load(language)),
      typed: form.typed,
      errors: result.errors,
    });
  }

  private async load(language: unknown) {
    return {
      title: 'Statements for families',
      ...toStatementsView(languageIn(language), await this.checks.current()),
    };
  }
}
