import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import {
  IndexAnswersService,
  type IndexQuestion,
  IndexQuestionsService,
  QUESTION_RESPONSE,
  standing,
} from '#libs/oversight/index-questions';
import { londonDate, now } from '#libs/platform';
import { INDEX_ANSWERS, type IndexAnswer } from '#libs/terms';
import { Created } from '../http/versioned.js';
import { IsoDate, NullableShortText, OneOf, ShortText } from './fields.js';

class IndexQuestionBody {
  /** One part may be left out, for a child with one name only; never both. */
  @NullableShortText(100) givenNames?: string | null;
  @NullableShortText(100) familyName?: string | null;
  @IsoDate() dateOfBirth: string;
  @ShortText(500) reason: string;
}
class IndexAnswerBody {
  @OneOf(INDEX_ANSWERS) answer: string;
}

/** Asks whether a child is known. The asker gets the same answer whether or not a record exists. */
@ApiTags('index')
@Controller('api/v1')
export class IndexQuestionsApiController {
  constructor(
    private readonly questions: IndexQuestionsService,
    private readonly answers: IndexAnswersService,
  ) {}

  @ApiOperation({ summary: 'Ask whether a child is known' })
  @Post('index-questions')
  @Allow('index.ask')
  async ask(@Body() body: IndexQuestionBody) {
    const id = await this.questions.ask({
      ...body,
      givenNames: body.givenNames ?? '',
      familyName: body.familyName ?? '',
    });
    return new Created(
      { ...indexQuestionJson(await this.questions.find(id)), message: QUESTION_RESPONSE },
      `/api/v1/index-questions/${id}`,
    );
  }

  /** The questions that the signed-in practitioner has asked. */
  @ApiOperation({ summary: 'List my index questions' })
  @Get('index-questions')
  @Allow('index.ask')
  async mine() {
    return { items: (await this.questions.mine()).map(indexQuestionJson), next: null };
  }

  @ApiOperation({ summary: 'Get one of my index questions' })
  @Get('index-questions/:id')
  @Allow('index.ask')
  async find(@Param('id') id: string) {
    return indexQuestionJson(await this.questions.find(id));
  }

  /** Other practitioners' questions about children whose record the reader holds. */
  @ApiOperation({ summary: 'List questions about children whose record I hold' })
  @Get('index-matches')
  @Allow('index.answer')
  async held() {
    const items = await this.answers.held();
    await audit('list index questions', 'index_question', { detail: { found: items.length } });
    return { items, next: null };
  }

  @ApiOperation({ summary: 'Answer a question about a child whose record I hold' })
  @Post('index-matches/:id/answer')
  @Allow('index.answer')
  async answer(@Param('id') id: string, @Body() { answer }: IndexAnswerBody) {
    await this.answers.answer(id, answer as IndexAnswer);
    return { answer };
  }
}

function indexQuestionJson({ shared, talk, ...question }: IndexQuestion) {
  return { ...question, shared, talk, standing: standing({ ...question, shared, talk }, londonDate(now())) };
}
