import { type ReceivedQuestion, type IndexQuestion, standing } from '#libs/oversight/index-questions';
import { fullName } from '#libs/terms';

const DONE: Record<string, string> = {
  share: 'You shared your name and telephone number',
  talk: 'You asked to talk first',
  no: 'You said no',
};

/** The asker's own question. Its status has the same wording for no match, no answer and a refusal. */
export function toAskedQuestionView(question: IndexQuestion, today: string) {
  return {
    name: fullName(question),
    dateOfBirth: question.dateOfBirth,
    reason: question.reason,
    askedAt: question.askedAt,
    standing: standing(question, today),
  };
}

/** Another practitioner's question about a child whose record the reader holds. */
export function toReceivedQuestionView({
  id,
  episodeId,
  child,
  childBorn,
  asked,
  by,
  askedAt,
  answerBy,
  answer,
}: ReceivedQuestion) {
  return {
    id,
    href: `/episodes/${episodeId}`,
    child: { name: fullName(child), dateOfBirth: childBorn },
    asked: {
      name: fullName(asked),
      dateOfBirth: asked.dateOfBirth,
      reason: asked.reason,
    },
    by,
    askedAt,
    answerBy,
    answered: answer ? DONE[answer] : null,
  };
}
