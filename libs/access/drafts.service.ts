import { Inject, Injectable } from '@nestjs/common';
import { actor, CONFIG, type Config, db, isId, narrowTo, newId, now, query } from '#libs/platform';
import { contentKey, seal, unseal } from './authentication/sealed-content.js';
import type { Permission } from './rules.js';

/** How long a draft is kept after it was saved last; access.draft_days() in the database. */
export const DRAFT_DAYS = 30;
const MAX_BYTES = 500_000;
const MOST_OF_A_PERSON = 50;

export type DraftFields = Readonly<Record<string, string | string[]>>;

/** Which draft a form writes to, and the revision that it last saw: 0 for none. */
export interface DraftPlace {
  readonly id: string;
  readonly revision: number;
  readonly form: string;
  readonly page: string;
}
/** What its author must still be permitted to do, on this episode or child if there is one. */
export interface DraftSubject {
  readonly permission: Permission;
  readonly episodeId: string | null;
  readonly childId: string | null;
}
/** A form whose address names neither, but the row `id` of this table, which has the one or the other. */
export interface DraftOrigin {
  readonly id: string;
  readonly table: 'consents' | 'step_ups' | 'rights_requests' | 'panel_items' | 'shields';
}
export interface Draft extends DraftPlace {
  readonly savedAt: Date;
  readonly fields: DraftFields;
}
export interface DraftListItem {
  readonly id: string;
  readonly form: string;
  readonly page: string;
  readonly savedAt: Date;
  readonly children: readonly { readonly givenNames: string; readonly familyName: string }[] | null;
}

/** Too large, or more than one person may have. */
export type DraftRefusal = 'too large' | 'too many';

/**
 * What the signed-in person typed into forms and has not sent. The database shows it to no one else, and to them only while
 * they may send the form. The fields are encrypted with a key of the installation.
 */
@Injectable()
export class DraftsService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Saves the fields and returns where they are. A draft that was saved from elsewhere in the meantime is not overwritten:
   * this one becomes a draft of its own.
   */
  async save(
    place: DraftPlace,
    subject: DraftSubject,
    fields: DraftFields,
  ): Promise<DraftPlace | DraftRefusal> {
    const plain = Buffer.from(JSON.stringify(fields));
    if (plain.length > MAX_BYTES) return 'too large';
    const before = await this.open(place.id);
    if (before && JSON.stringify(before.fields) === plain.toString())
      return { ...place, revision: before.revision };
    if (before?.revision === place.revision) {
      await db().query(
        'update drafts set content = $2, revision = revision + 1, saved_at = $3, sensitive = $4 where id = $1',
        [place.id, this.seal(place.id, plain), now(), isSensitive(fields)],
      );
      return { ...place, revision: place.revision + 1 };
    }
    return this.add(
      { ...place, id: before || place.revision > 0 ? newId() : place.id, revision: 1 },
      subject,
      fields,
    );
  }

  /**
   * What the form is about, if the person may send it; null for what does not exist as for what they may not write about.
   * The rest of the unit of work sees that episode alone.
   */
  async subjectOf(addressed: DraftSubject, origin: DraftOrigin | null): Promise<DraftSubject | null> {
    const subject = origin ? { ...addressed, ...(await aboutRow(origin)) } : addressed;
    const { permission, episodeId, childId } = subject;
    if (origin && !episodeId && !childId) return null;
    const [answer] = await query<{ may: boolean }>('select access.may_send_draft($1, $2, $3) as may', [
      ...[permission, episodeId, childId],
    ]);
    if (!answer?.may) return null;
    if (episodeId) await narrowTo([episodeId]);
    return subject;
  }

  private async add(
    place: DraftPlace,
    subject: DraftSubject,
    fields: DraftFields,
  ): Promise<DraftPlace | DraftRefusal> {
    const [held] = await query<{ count: number }>('select count(*)::int as count from drafts');
    if (held!.count >= MOST_OF_A_PERSON) return 'too many';
    const { practitionerId, postId } = actor();
    await db().query(
      `insert into drafts (id, practitioner_id, post_id, form, page, permission, episode_id, child_id, content, revision, saved_at,
         sensitive)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[place.id, practitionerId, postId, place.form, place.page],
        ...[subject.permission, subject.episodeId, subject.childId],
        ...[this.seal(place.id, Buffer.from(JSON.stringify(fields))), place.revision, now()],
        isSensitive(fields),
      ],
    );
    return place;
  }

  /** The draft; null for everyone but its author, and when they may no longer send it. */
  async open(id: string): Promise<Draft | null> {
    if (!isId(id)) return null;
    const [row] = await query<DraftPlace & { savedAt: Date; content: Buffer }>(
      'select id, revision, form, page, saved_at, content from drafts where id = $1',
      [id],
    );
    if (!row) return null;
    const { content, ...draft } = row;
    const text = unseal(content, this.keyOf(id), actor().practitionerId);
    return text === null ? null : { ...draft, fields: JSON.parse(text) as DraftFields };
  }

  /** The drafts that were begun on this page, the last saved first. */
  onPage(page: string): Promise<Omit<DraftListItem, 'children'>[]> {
    return query('select id, form, page, saved_at from drafts where page = $1 order by saved_at desc, id', [
      page,
    ]);
  }

  /** All of them, the last saved first, each with the children whom it is about. */
  mine(): Promise<DraftListItem[]> {
    return query(
      `select d.id, d.form, d.page, d.saved_at,
         (select json_agg(json_build_object('givenNames', k.given_names, 'familyName', k.family_name) order by k.date_of_birth, k.id)
          from children k where k.id = d.child_id
            or k.id in (select f.child_id from episode_children f where f.episode_id = d.episode_id)) as children
       from drafts d order by d.saved_at desc, d.id`,
    );
  }

  async discard(id: string): Promise<void> {
    if (isId(id)) await db().query('select access.discard_draft($1)', [id]);
  }

  private seal(id: string, plain: Buffer): Buffer {
    return seal(plain, this.keyOf(id), actor().practitionerId);
  }

  private keyOf(id: string): Buffer {
    return contentKey(this.config.secret, 'drafts', id);
  }
}

/** A form marks what is sensitive with its topic. */
const isSensitive = ({ topic }: DraftFields): boolean => [topic].flat().some(Boolean);

async function aboutRow({ id, table }: DraftOrigin): Promise<Partial<DraftSubject>> {
  if (!isId(id)) return {};
  const [column, name] = table === 'shields' ? ['child_id', 'childId'] : ['episode_id', 'episodeId'];
  const [row] = await query<{ subject: string }>(`select ${column} as subject from ${table} where id = $1`, [
    id,
  ]);
  return row ? { [name!]: row.subject } : {};
}
