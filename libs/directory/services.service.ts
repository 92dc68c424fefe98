import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { changeVersioned, invalidField, isId, newId, db, unreachable, query } from '#libs/platform';
import { Agency, DirectoryService, LevelOfNeed } from './directory.entities.js';

export interface ServiceDraft {
  readonly name: string;
  readonly description: string;
  readonly level: number;
  readonly agencyId?: string | null;
  readonly audience?: string | null;
  readonly telephone?: string | null;
  readonly source?: string;
}
export interface ServiceListItem {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly level: number;
  readonly levelName: string;
  readonly audience: string | null;
  readonly telephone: string | null;
  readonly source: string;
  readonly agency: { readonly id: string; readonly name: string } | null;
  readonly version: number;
}
interface ServiceFilter {
  readonly level?: number;
  readonly name?: string;
  readonly limit?: number;
  readonly after?: string;
}

/** Services for families in the county, by level of need. */
@Injectable()
export class ServicesService {
  /** Services from the base of the triangle up, then by name; `after` is the last id of the previous page. */
  async list({ level, name, limit = 200, after }: ServiceFilter = {}): Promise<ServiceListItem[]> {
    if (after !== undefined && !(isId(after) && (await db().existsBy(DirectoryService, { id: after }))))
      throw invalidField('cursor', 'The cursor must come from a list');
    return query(
      `${SERVICE} where ($1::smallint is null or s.level = $1)
         and ($2::text is null or access.name_has(s.name || ' ' || s.description || ' ' || coalesce(s.audience, '') || ' ' || coalesce(g.name, ''), $2))
         and ($3::uuid is null or (s.level, access.name_order(s.name), s.id) > (select b.level, access.name_order(b.name), b.id from directory_services b where b.id = $3))
       order by s.level, access.name_order(s.name), s.id limit $4`,
      [level ?? null, name?.trim() || null, after ?? null, limit],
    );
  }

  async find(id: string): Promise<ServiceListItem> {
    const [service] = isId(id) ? await query<ServiceListItem>(`${SERVICE} where s.id = $1`, [id]) : [];
    if (!service) throw unreachable();
    return service;
  }

  async add(draft: ServiceDraft): Promise<string> {
    await this.assertReferencesExist(draft);
    const id = newId();
    await db().insert(DirectoryService, {
      id,
      name: draft.name,
      description: draft.description,
      level: draft.level,
      agencyId: draft.agencyId ?? null,
      audience: draft.audience ?? null,
      telephone: draft.telephone ?? null,
      source: draft.source ?? 'Added by the directory editor',
      version: 1,
    });
    await audit('add service', 'directory service', { subjectId: id });
    return id;
  }

  async change(id: string, version: number, changes: Partial<Omit<ServiceDraft, 'source'>>): Promise<void> {
    await this.find(id);
    await this.assertReferencesExist(changes);
    await changeVersioned(DirectoryService, { id }, version, changes, () => this.find(id));
    await audit('change service', 'directory service', { subjectId: id });
  }

  private async assertReferencesExist({ level, agencyId }: Partial<ServiceDraft>): Promise<void> {
    if (level !== undefined && !(await db().existsBy(LevelOfNeed, { number: level })))
      throw invalidField('level', 'Select a level of need');
    if (agencyId && !(isId(agencyId) && (await db().existsBy(Agency, { id: agencyId }))))
      throw invalidField('agencyId', 'Select an agency');
  }
}

const SERVICE = `
  select s.id, s.name, s.description, s.level, l.name as level_name, s.audience, s.telephone, s.source, s.version,
    case when g.id is null then null else json_build_object('id', g.id, 'name', g.name) end as agency
  from directory_services s
  join levels_of_need l on l.number = s.level
  left join agencies g on g.id = s.agency_id`;
