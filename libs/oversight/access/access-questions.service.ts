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
  records,
  Refusal,
  unreachable,
} from '#libs/platform';

/** Somebody who met a closed door and says why they need what is behind it, if anything is. */
export interface AccessQuestion {
  readonly id: string;
  readonly askedBy: { readonly id: string; readonly name: string; readonly telephone: string | null };
  readonly agency: string;
  readonly askedAt: Date;
  readonly reason: string;
  /** The episode asked about, for whoever reaches it; null otherwise. */
  readonly episodeId: string | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

const LEAST = 10;
const MOST = 2000;

/** Asking the coordinator for help with a page that one cannot open; nothing is learned by asking. */
@Injectable()
export class AccessQuestions {
  constructor(private readonly messages: MessagesService) {}

  /** Asks about an address or an id. 422 without a reason, 429 after ten in a day; the same whether or not anything is there. */
  async ask(about: string, reason: string): Promise<void> {
    const why = reason.trim();
    if ([...why].length < LEAST)
      throw invalidField('reason', 'Enter why you need access, and for which child');
    if ([...why].length > MOST) throw invalidField('reason', 'The reason must be 2,000 characters or fewer');
    const id = newId();
    const [{ kept }] = (await records().query('select access.ask_for_help($1, $2, $3) as kept', [
      id,
      about.split('/').find(isId) ?? null,
      why,
    ])) as [{ kept: boolean }];
    if (!kept)
      throw new Refusal(429, 'You have asked 10 times today. Phone the coordinator, or ask again tomorrow.');
    // Not under the episode: an entry there would say that there is one.
    await audit('ask for help', 'access question', { subjectId: id });
  }

  /** Questions for this coordinator: those waiting first, the oldest of them first. */
  async toAnswer(): Promise<AccessQuestion[]> {
    return records().query(QUESTIONS);
  }

  /** Answers in words, which go to whoever asked. 404 for somebody else's question, 409 when it is answered. */
  async answer(id: string, text: string): Promise<void> {
    const said = text.trim();
    if (!said) throw invalidField('answer', 'Enter your answer');
    if ([...said].length > MOST) throw invalidField('answer', 'The answer must be 2,000 characters or fewer');
    const [question] = (
      isId(id)
        ? await records().query('select asked_by, answered_at from access_questions where id = $1', [id])
        : []
    ) as { asked_by: string; answered_at: Date | null }[];
    if (!question) throw unreachable();
    if (question.answered_at) throw conflict('This question has been answered.');
    await records().query(
      'update access_questions set answer = $2, answered_by = $3, answered_at = $4 where id = $1',
      [id, said, actor().practitionerId, now()],
    );
    await this.messages.send(question.asked_by, 'The coordinator answered your question', said, null);
    await audit('answer question', 'access question', { subjectId: id });
  }
}

const QUESTIONS = `
  select q.id, json_build_object('id', p.id, 'name', p.name, 'telephone', p.telephone) as "askedBy", g.name as agency,
    q.asked_at as "askedAt", q.reason, e.id as "episodeId", q.answer, a.name as "answeredBy", q.answered_at as "answeredAt"
  from access_questions q
  join practitioners p on p.id = q.asked_by join agencies g on g.id = q.agency_id
  left join practitioners a on a.id = q.answered_by
  left join episodes e on e.id = q.about
    or e.id = (select f.episode_id from episode_children f where f.child_id = q.about and f.ended_at is null limit 1)
  order by q.answered_at is not null, case when q.answered_at is null then q.asked_at end, q.answered_at desc, q.id
  limit 200`;
