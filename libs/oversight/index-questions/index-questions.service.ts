import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import {
  addWorkingDays,
  invalid,
  isId,
  londonDate,
  newId,
  now,
  CommittedProblem,
  unreachable,
  query,
} from '#libs/platform';
import {
  validateIndexQuestion,
  type IndexQuestion,
  type IndexQuestionDraft,
  WORKING_DAYS_TO_ANSWER,
} from './index-question.rules.js';

const TOO_MANY_QUESTIONS =
  'You have asked many questions today. Ask the coordinator for the locality, or ask again tomorrow. The access reviewer has been told.';

/** Asking whether a child is known, where only an answer reveals it. */
@Injectable()
export class IndexQuestionsService {
  /** Asks, and returns the question's id. Throws 422 for missing fields, 429 above the daily limit. */
  async ask(draft: IndexQuestionDraft): Promise<string> {
    const today = londonDate(now());
    const errors = validateIndexQuestion(draft, today);
    if (errors.length > 0) throw invalid(errors);
    const id = newId();
    const [{ verdict }] = (await query<{ verdict: 'asked' | 'refused' }>(
      'select access.ask_index($1, $2, $3, $4, $5, $6) as verdict',
      [
        id,
        draft.givenNames.trim(),
        draft.familyName.trim(),
        draft.dateOfBirth,
        draft.reason.trim(),
        addWorkingDays(today, WORKING_DAYS_TO_ANSWER),
      ],
    )) as [{ verdict: 'asked' | 'refused' }];
    if (verdict === 'refused') {
      await audit('refuse index question', 'index_question');
      throw new CommittedProblem(429, TOO_MANY_QUESTIONS);
    }
    await audit('ask index', 'index_question', { subjectId: id, reason: draft.reason.trim() });
    return id;
  }

  /** The practitioner's own questions, the latest first. */
  mine(): Promise<IndexQuestion[]> {
    return query(MINE);
  }

  /** One of the practitioner's own questions; 404 for any other. */
  async find(id: string): Promise<IndexQuestion> {
    const ownQuestion = isId(id) ? (await this.mine()).find((question) => question.id === id) : undefined;
    if (!ownQuestion) throw unreachable();
    return ownQuestion;
  }
}

const MINE = `
  select id, given_names, family_name, date_of_birth, reason,
    asked_at, answer_by, shared, talk
  from access.my_index_questions() limit 100`;
