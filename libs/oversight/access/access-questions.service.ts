import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import {
  actor,
  conflict,
  invalidField,
  isId,
  newId,
  now,
  db,
  ProblemError,
  unreachable,
  query,
} from '#libs/platform';

/** A practitioner's question about a page that they cannot open, with the reason for needing it, if it exists. */
interface AccessQuestion {
  readonly id: string;
  readonly askedBy: { readonly id: string; readonly name: string; readonly telephone: string | null };
  readonly agency: string;
  readonly askedAt: Date;
  readonly reason: string;
  /** The episode asked about, when it is within the reader's reach; null otherwise. */
  readonly episodeId: string | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

const MIN_LENGTH = 10;
const MAX_LENGTH = 2000;

/** Asking the coordinator for help with a page that the practitioner cannot open; asking reveals nothing. */
@Injectable()
export class AccessQuestionsService {
  constructor(private readonly messages: MessagesService) {}

  /**
   * Asks about an address or an id. 422 without a reason, 429 after ten in a day; the same whether or not it exists.
   */
  async ask(about: string, reason: string): Promise<void> {
    const why = reason.trim();
    if ([...why].length < MIN_LENGTH)
      throw invalidField('reason', 'Enter why you need access, and for which child');
    if ([...why].length > MAX_LENGTH)
      throw invalidField('reason', 'The reason must be 2,000 characters or fewer');
    const id = newId();
    const [{ kept }] = (await query<{ kept: boolean }>('select access.ask_for_help($1, $2, $3) as kept', [
      id,
      about.split('/').find(isId) ?? null,
      why,
    ])) as [{ kept: boolean }];
    if (!kept)
      throw new ProblemError(
        429,
        'You have asked 10 times today. Phone the coordinator, or ask again tomorrow.',
      );
    // Not under the episode: an entry there would reveal that it exists.
    await audit('ask for help', 'access question', { subjectId: id });
  }

  /** Questions for this coordinator: unanswered ones first, the oldest of them first. */
  async toAnswer(): Promise<AccessQuestion[]> {
    return query(QUESTIONS);
  }

  /** Sends a written answer to the asker. 404 for another coordinator's question, 409 when it is answered. */
  async answer(id: string, text: string): Promise<void> {
    const answer = text.trim();
    if (!answer) throw invalidField('answer', 'Enter your answer');
    if ([...answer].length > MAX_LENGTH)
      throw invalidField('answer', 'The answer must be 2,000 characters or fewer');
    const [question] = (
      isId(id)
        ? await db().query('select asked_by, answered_at from access_questions where id = $1', [id])
        : []
    ) as { asked_by: string; answered_at: Date | null }[];
    if (!question) throw unreachable();
    if (question.answered_at) throw conflict('This question has been answered.');
    await db().query(
      'update access_questions set answer = $2, answered_by = $3, answered_at = $4 where id = $1',
      [id, answer, actor().practitionerId, now()],
    );
    await this.messages.send(question.asked_by, 'The coordinator answered your question', answer, null);
    await audit('answer question', 'access question', { subjectId: id });
  }
}

const QUESTIONS = `
  select q.id, json_build_object('id', p.id, 'name', p.name, 'telephone', p.telephone) as asked_by, g.name as agency,
    q.asked_at, q.reason, e.id as episode_id, q.answer, a.name as answered_by, q.answered_at
  from access_questions q
  join practitioners p on p.id = q.asked_by join agencies g on g.id = q.agency_id
  left join practitioners a on a.id = q.answered_by
  left join episodes e on e.id = q.about
    or e.id = (select f.episode_id from episode_children f where f.child_id = q.about and f.ended_at is null limit 1)
  order by q.answered_at is not null, case when q.answered_at is null then q.asked_at end, q.answered_at desc, q.id
  limit 200`;
