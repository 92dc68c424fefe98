import { type ReceivedQuestion, type IndexQuestion, standing } from '#libs/oversight/index-questions';

const DONE: Record<string, string> = {
  share: 'You shared your name and telephone number',
  talk: 'You asked to talk first',
  no: 'You said no',
};

/** A question of one's own, with how it stands in the words that are the same for nobody, silence and no. */
export function toAskedQuestionView(question: IndexQuestion, today: string) {
  return {
    name: `${question.givenNames} ${question.familyName}`,
    dateOfBirth: question.dateOfBirth,
    reason: question.reason,
    askedAt: question.askedAt,
    standing: standing(question, today),
  };
}

/** Somebody else's question about a child whose record one holds. */
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
    child: { name: `${child.givenNames} ${child.familyName}`, dateOfBirth: childBorn },
    asked: {
      name: `${asked.givenNames} ${asked.familyName}`,
      dateOfBirth: asked.dateOfBirth,
      reason: asked.reason,
    },
    by,
    askedAt,
    answerBy,
    answered: answer ? DONE[answer] : null,
  };
}
