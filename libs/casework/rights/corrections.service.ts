import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import { peopleNamed } from '#libs/directory';
import {
  actor,
  conflict,
  invalid,
  isId,
  londonDate,
  newId,
  now,
  query,
  db,
  unreachable,
} from '#libs/platform';
import { ASSESSMENT_ELEMENTS, type AssessmentElement, labelOf } from '#libs/terms';
import { Correction } from './correction.entity.js';
import {
  type CorrectionAnswer,
  type CorrectionDraft,
  validateCorrectionAnswer,
  validateCorrection,
} from './correction.rules.js';

export type CorrectionView = Correction & {
  readonly recordedByName: string | null;
  readonly decidedByName: string | null;
};
/** The label of a correction's subject. */
interface CorrectedItem {
  readonly id: string;
  readonly topic: string;
  readonly words: string;
  readonly href: string;
}

/** Correcting by adding: the original stays, with the family's statement beside it. */
@Injectable()
export class CorrectionsService {
  constructor(private readonly messages: MessagesService) {}

  /** Records the family's statement that something is wrong, on an open episode or a closed one. */
  async ask(episodeId: string, draft: CorrectionDraft): Promise<string> {
    const abilities = await permitOn(episodeId, 'correction.ask', 'ask for a correction');
    const { topic } = await this.item(episodeId, draft.subjectKind, draft.subjectId);
    const today = londonDate(now());
    const errors = validateCorrection(draft, today);
    if (errors.length > 0) throw invalid(errors);
    const id = newId();
    await db().insert(Correction, {
      id,
      episodeId,
      subjectKind: draft.subjectKind,
      subjectId: draft.subjectId,
      topic,
      saidWrong: draft.saidWrong,
      shouldSay: draft.shouldSay,
      askedBy: draft.askedBy,
      askedByCapacity: draft.askedByCapacity,
      askedOn: draft.askedOn ?? today,
      status: 'asked',
      decisionNote: null,
      decidedBy: null,
      decidedAt: null,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    await audit('ask correction', 'correction', { episodeId, subjectId: id, reaches: abilities.reaches });
    return id;
  }

  /** Accepts, notes the dispute, or declines with a reason; once. Readers of the item are notified of the first two. */
  async decide(id: string, answer: CorrectionAnswer): Promise<void> {
    const correction = await this.find(id);
    const { episodeId } = correction;
    const abilities = await permitOn(episodeId, 'correction.decide', 'decide on a correction');
    if (correction.status !== 'asked') throw conflict('This correction has already been decided.');
    const errors = validateCorrectionAnswer(answer);
    if (errors.length > 0) throw invalid(errors);
    await db().update(
      Correction,
      { id },
      {
        status: answer.status,
        decisionNote: answer.note?.trim() || null,
        decidedBy: actor().practitionerId,
        decidedAt: now(),
      },
    );
    const notified = answer.status === 'declined' ? 0 : await this.notifyReaders(correction);
    await audit('decide correction', 'correction', {
      episodeId,
      subjectId: id,
      reaches: abilities.reaches,
      detail: { status: answer.status, told: notified },
    });
  }

  async find(id: string): Promise<Correction> {
    const correction = isId(id) ? await db().findOneBy(Correction, { id }) : null;
    if (!correction) throw unreachable();
    return correction;
  }

  /** Every correction of an episode that the reader may see, the latest first. */
  async list(episodeId: string): Promise<CorrectionView[]> {
    await permitOn(episodeId, 'record.read');
    return this.named(
      await db().find(Correction, { where: { episodeId }, order: { recordedAt: 'DESC', id: 'DESC' } }),
    );
  }

  /** The corrections shown beside these items, by the item's id. */
  async beside(subjectIds: readonly string[]): Promise<Map<string, CorrectionView[]>> {
    const ids = subjectIds.filter(isId);
    const rows =
      ids.length === 0
        ? []
        : await db()
            .createQueryBuilder(Correction, 'c')
            .where('c.subject_id = any(:ids)', { ids })
            .orderBy('c.recorded_at')
            .getMany();
    const correctionsById = new Map<string, CorrectionView[]>();
    for (const one of await this.named(rows))
      correctionsById.set(one.subjectId, [...(correctionsById.get(one.subjectId) ?? []), one]);
    return correctionsById;
  }

  /** The latest episode of the child on which the reader may ask for a correction of the child's own details. */
  async episodeToAskOn(childId: string): Promise<string | null> {
    const [row] = await query<{ id: string }>(LATEST_TO_ASK_ON, [childId]);
    return row?.id ?? null;
  }

  /** The item itself; 404 when the episode has none that the reader may see. */
  async item(episodeId: string, kind: string, id: string): Promise<CorrectedItem> {
    const item = await this.readableItem(episodeId, kind, id);
    if (!item) throw unreachable();
    return item;
  }

  async readableItem(episodeId: string, kind: string, id: string): Promise<CorrectedItem | null> {
    const sql = ITEMS[kind];
    if (!sql || !isId(id) || !isId(episodeId)) return null;
    const [row] = (await db().query(sql, [id, episodeId])) as ItemRow[];
    if (!row) return null;
    const words =
      kind === 'assessment_element'
        ? labelOf(ASSESSMENT_ELEMENTS, row.words as AssessmentElement)
        : row.words;
    return { id, topic: row.topic, words, href: hrefOf(episodeId, kind, id, row.number) };
  }

  private async notifyReaders({ id, episodeId, subjectKind, subjectId }: Correction): Promise<number> {
    const { href } = await this.item(episodeId, subjectKind, subjectId);
    const readers = (await db().query('select access.correction_recipients($1) as id', [id])) as {
      id: string;
    }[];
    for (const reader of readers)
      await this.messages.send(
        reader.id,
        'A correction to a record',
        'The family says that part of a record you can read is wrong. Their correction is now shown next to it. Check it before you rely on that part, and correct any information you hold yourself.',
        href,
      );
    return readers.length;
  }

  private async named(rows: readonly Correction[]): Promise<CorrectionView[]> {
    if (rows.length === 0) return [];
    const people = await peopleNamed(
      rows.flatMap(({ recordedBy, decidedBy }) => [recordedBy, ...(decidedBy ? [decidedBy] : [])]),
      rows[0]!.episodeId,
    );
    return rows.map((row) => ({
      ...row,
      recordedByName: people.get(row.recordedBy)?.name ?? null,
      decidedByName: row.decidedBy ? (people.get(row.decidedBy)?.name ?? null) : null,
    }));
  }
}

interface ItemRow {
  readonly topic: string;
  readonly words: string;
  readonly number?: number;
}

function hrefOf(episodeId: string, kind: string, id: string, number?: number): string {
  if (kind === 'child_details') return `/children/${id}`;
  return kind === 'chronology_note'
    ? `/episodes/${episodeId}/chronology?kind=note`
    : `/episodes/${episodeId}/assessment/versions/${number}`;
}

const ITEMS: Readonly<Record<string, string>> = {
  assessment_element: `select l.topic, l.element as words, a.number from assessment_elements l
    join assessments a on a.id = l.assessment_id where l.id = $1 and l.episode_id = $2`,
  chronology_note: `select topic, what as words from chronology_notes where id = $1 and episode_id = $2`,
  child_details: `select '' as topic, 'The child’s details' as words from child_details d
    join episode_children f on f.child_id = d.child_id where d.child_id = $1 and f.episode_id = $2`,
};

const LATEST_TO_ASK_ON = `
  select episode_id as id from episode_children where child_id = $1
    and episode_id = any(array(select access.may('correction.ask'))) order by episode_id desc limit 1`;
