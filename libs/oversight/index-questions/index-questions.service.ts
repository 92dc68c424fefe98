import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import {
  addWorkingDays,
  invalid,
  isId,
  londonDate,
  newId,
  now,
  RecordedRefusal,
  records,
  unreachable,
} from '#libs/platform';
import {
  faultsOfQuestion,
  type IndexQuestion,
  type IndexQuestionDraft,
  WORKING_DAYS_TO_ANSWER,
} from './index-question.rules.js';

const TOO_MANY =
  'You have asked many questions today. Ask the coordinator for the locality, or ask again tomorrow. The access reviewer has been told.';

/** Asking whether a child is known, without learning it from anything but an answer. */
@Injectable()
export class IndexQuestionsService {
  /** Asks, and gives the question's id. Refuses with 422 what is missing, with 429 the one too many of a day. */
  async ask(draft: IndexQuestionDraft): Promise<string> {
    const today = londonDate(now());
    const faults = faultsOfQuestion(draft, today);
    if (faults.length > 0) throw invalid(faults);
    const id = newId();
    const [{ verdict }] = (await records().query(
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
      throw new RecordedRefusal(429, TOO_MANY);
    }
    await audit('ask index', 'index_question', { subjectId: id, reason: draft.reason.trim() });
    return id;
  }

  /** One's own questions, the latest first. */
  mine(): Promise<IndexQuestion[]> {
    return records().query(MINE);
  }

  /** One of one's own questions; 404 for any other. */
  async find(id: string): Promise<IndexQuestion> {
    const found = isId(id) ? (await this.mine()).find((question) => question.id === id) : undefined;
    if (!found) throw unreachable();
    return found;
  }
}

const MINE = `
  select id, given_names as "givenNames", family_name as "familyName", date_of_birth as "dateOfBirth", reason,
    asked_at as "askedAt", answer_by as "answerBy", shared, talk
  from access.my_index_questions() limit 100`;
