import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, audit } from '#libs/access';
import {
  IndexAnswersService,
  IndexQuestionsService,
  QUESTION_RESPONSE,
} from '#libs/oversight/index-questions';
import { FormReader } from '#libs/page-kit';
import { isHeldBack, type FieldError, londonDate, now, ProblemError } from '#libs/platform';
import { INDEX_ANSWERS, optionsOf } from '#libs/terms';
import { done, Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { carriesOutNothing } from '../../http/shown-again.js';
import { toFormResult } from '../../http/submit.js';
import { readAnswerForm, readQuestionForm } from './index-questions.form.js';
import { toAskedQuestionView, toReceivedQuestionView } from './index-questions.page.js';
import { nameParts } from '../shared/name-parts.js';

const ASK = { view: 'index-questions/ask.njk', title: 'Ask if someone is working with a child' } as const;

/** Asking whether a child is known, and answering other practitioners' questions. */
@Controller('index-questions')
export class IndexQuestionsController {
  constructor(
    private readonly questions: IndexQuestionsService,
    private readonly answers: IndexAnswersService,
  ) {}

  @Get('new')
  @Allow('index.ask')
  blank(): Page {
    return page(ASK.view, { title: ASK.title, typed: {} });
  }

  /** Reached from the search: the form starts with the search terms. */
  @Post('new')
  @Allow('index.ask')
  begin(@Body() body: Record<string, unknown>): Page {
    carriesOutNothing();
    const form = new FormReader(body);
    const name = form.optionalText('name', { label: 'the name' });
    form.optionalDate('dateOfBirth', { label: 'the date of birth' });
    form.optionalText('reason', { label: 'why', max: 500 });
    return page(ASK.view, { title: ASK.title, typed: { ...form.typed, ...(name ? nameParts(name) : {}) } });
  }

  @Post()
  @Allow('index.ask')
  async ask(@Body() body: unknown): Promise<Page | Redirect> {
    const read = readQuestionForm(body);
    const again = (errors: readonly FieldError[]): Page =>
      pageWithErrors(ASK.view, { title: ASK.title, errors, typed: read.ok ? body : read.typed });
    if (!read.ok) return again(read.errors);
    if (isHeldBack()) return again([]);
    try {
      await this.questions.ask(read.values);
    } catch (error) {
      // Without a savepoint, because the refusal for too many questions is itself stored.
      if (error instanceof ProblemError && error.status === 422) return again(error.errors);
      throw error;
    }
    return done('/index-questions/asked', QUESTION_RESPONSE);
  }

  @Get('asked')
  @Allow('index.ask')
  async asked(): Promise<Page> {
    const today = londonDate(now());
    const asked = (await this.questions.mine()).map((question) => toAskedQuestionView(question, today));
    return page('index-questions/asked.njk', { title: 'Questions you asked', asked });
  }

  @Get()
  @Allow('index.answer')
  queue(): Promise<Page> {
    return this.held();
  }

  @Post(':matchId/answer')
  @Allow('index.answer')
  async answer(@Param('matchId') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const read = readAnswerForm(body, id);
    if (!read.ok) return this.held({ typed: read.typed, errors: read.errors }, 422);
    const result = await toFormResult(() => this.answers.answer(id, read.values.answer));
    if (!result.ok) return this.held({ errors: result.errors, typed: body }, 422);
    return done('/index-questions', SAID[read.values.answer]);
  }

  private async held(again: object = {}, status = 200): Promise<Page> {
    const held = await this.answers.held();
    await audit('list index questions', 'index_question', { detail: { found: held.length } });
    return new Page(
      'index-questions/held.njk',
      {
        title: 'Questions from other practitioners',
        choices: optionsOf(INDEX_ANSWERS),
        waiting: held.filter(({ answer }) => answer === null).map(toReceivedQuestionView),
        answered: held.filter(({ answer }) => answer !== null).map(toReceivedQuestionView),
        typed: {},
        errors: [],
        ...again,
      },
      status,
    );
  }
}

const SAID = {
  share: 'Answer sent. They can see your name and telephone number, but nothing in the record.',
  talk: 'Answer sent. They are asked to phone the coordinator, who has been told.',
  no: 'Answer saved. They see the same as if there were no record.',
} as const;
