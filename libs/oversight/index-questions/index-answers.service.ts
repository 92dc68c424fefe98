import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import { actor, type Birth, birthSql, conflict, isId, now, db, unreachable, query } from '#libs/platform';
import type { IndexAnswer } from '#libs/terms';

/** A question about a child whose record the reader holds. */
export interface ReceivedQuestion {
  readonly id: string;
  readonly episodeId: string;
  readonly child: Birth & { readonly id: string; readonly givenNames: string; readonly familyName: string };
  readonly asked: {
    readonly givenNames: string;
    readonly familyName: string;
    readonly dateOfBirth: string;
    readonly reason: string;
  };
  readonly by: {
    readonly id: string;
    readonly name: string;
    readonly jobTitle: string;
    readonly telephone: string | null;
    readonly agency: string;
  };
  readonly askedAt: Date;
  readonly answerBy: string;
  readonly answer: IndexAnswer | null;
  readonly answeredAt: Date | null;
}

/** Questions for the holder of a record: the lead professional, or a deputy. */
@Injectable()
export class IndexAnswersService {
  constructor(private readonly messages: MessagesService) {}

  /** Questions to answer, the oldest first, then those answered within four weeks. */
  held(): Promise<ReceivedQuestion[]> {
    return query(HELD);
  }

  async waiting(): Promise<ReceivedQuestion[]> {
    return (await this.held()).filter(({ answer }) => answer === null);
  }

  /**
   * Answers once. The asker learns only of sharing and of a wish to talk; no answer grants access. 404 to anyone but
   * the holder.
   */
  async answer(id: string, answer: IndexAnswer): Promise<void> {
    const question = isId(id) ? (await this.held()).find((one) => one.id === id) : undefined;
    if (!question) throw unreachable();
    if (question.answer !== null) throw conflict('This question has been answered already.');
    await db().query(
      'update index_question_matches set answer = $2, answered_by = $3, answered_at = $4 where id = $1',
      [id, answer, actor().practitionerId, now()],
    );
    await audit('answer index question', 'index_question_match', {
      episodeId: question.episodeId,
      childId: question.child.id,
      subjectId: id,
      detail: { answer },
    });
    if (answer === 'no') return;
    await this.messages.send(
      question.by.id,
      'Your question about a child has an answer',
      'Open your questions to see who to contact.',
      '/index-questions/asked',
    );
    if (answer === 'talk') await this.notifyCoordinators(question);
  }

  /** The asker will phone the coordinator, who has to know what it is about. */
  private async notifyCoordinators({ by, episodeId }: ReceivedQuestion): Promise<void> {
    const contact = by.telephone ? `, ${by.telephone}` : '';
    await this.messages.sendToCoordinators(
      episodeId,
      'Someone will phone you about a child',
      `${by.name} of ${by.agency}${contact} asked if someone is working with a child. ${actor().name} would like to talk first.`,
      `/episodes/${episodeId}`,
    );
  }
}

const HELD = `
  select m.id, m.episode_id,
    json_build_object('id', k.id, 'givenNames', k.given_names, 'familyName', k.family_name, ${birthSql('k')}) as child,
    json_build_object('givenNames', q.given_names, 'familyName', q.family_name, 'dateOfBirth', q.date_of_birth,
      'reason', q.reason) as asked,
    json_build_object('id', p.id, 'name', p.name, 'jobTitle', p.job_title, 'telephone', p.telephone,
      'agency', g.name) as by,
    q.asked_at, q.answer_by, m.answer, m.answered_at
  from index_question_matches m
  join index_questions q on q.id = m.question_id
  join children k on k.id = m.child_id
  join practitioners p on p.id = q.asked_by
  join agencies g on g.id = q.agency_id
  order by m.answer is not null, q.asked_at, m.id`;
