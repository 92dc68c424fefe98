import { Injectable } from '@nestjs/common';
import { audit, mayEver } from '#libs/access';
import { ColleaguesService } from '#libs/directory';
import {
  actor,
  addDays,
  conflict,
  forbidden,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';

export const MAX_SAMPLE_SIZE = 50;
export const MAX_AUDIT_DAYS = 92;

interface NewAudit {
  readonly auditorId: string;
  readonly question: string;
  readonly most: number;
  readonly level?: number | null | undefined;
  readonly endsOn: string;
}
interface AuditView {
  readonly id: string;
  readonly question: string;
  readonly auditor: { readonly id: string; readonly name: string; readonly agency: string };
  readonly commissionedBy: string;
  readonly commissionedAt: Date;
  /** The last day on which the auditor reads. */
  readonly endsOn: string;
  readonly endedAt: Date | null;
  readonly running: boolean;
  /** How many were sampled and are still within the reader's reach. */
  readonly drawn: number;
  /** Named to the auditor alone, while the audit runs. */
  readonly episodes: readonly { readonly id: string; readonly names: string }[];
}

/**
 * Audits of practice: information governance sets the question, episodes are sampled at random, an auditor reads them.
 */
@Injectable()
export class AuditsService {
  constructor(private readonly colleagues: ColleaguesService) {}

  /** Audits that governance commissioned in its area, or that the reader was asked to do; the latest first. */
  async audits(): Promise<AuditView[]> {
    if (!mayEver(actor().role, 'audit.read')) throw forbidden('You cannot read audits.');
    return query(AUDITS, [actor().role === 'quality_auditor', londonDate(now()), now()]);
  }

  /** Possible auditors: quality auditors other than the commissioner. */
  async auditors() {
    const auditors = await this.colleagues.list({ role: 'quality_auditor', limit: 100 });
    return auditors.filter(({ id }) => id !== actor().practitionerId);
  }

  /** Commissions an audit and samples for it at once. 409 when there is nothing to sample. */
  async commission({ auditorId, question, most, level = null, endsOn }: NewAudit): Promise<string> {
    permitCommissioning();
    const auditor = (await this.auditors()).find(({ id }) => id === auditorId);
    if (!auditor) throw invalidField('auditorId', 'Select a quality auditor');
    const today = londonDate(now());
    if (most < 1 || most > MAX_SAMPLE_SIZE)
      throw invalidField('most', `The number of episodes must be from 1 to ${MAX_SAMPLE_SIZE}`);
    if (endsOn < today || endsOn > addDays(today, MAX_AUDIT_DAYS))
      throw invalidField('endsOn', 'The last day must be today or later, within 3 months');
    const id = newId();
    await db().query(
      `insert into case_audits (id, authority_id, auditor_id, auditor_agency_id, question, commissioned_by, commissioned_at, ends_on)
       select $1, g.authority_id, $2, $3, $4, $5, $6, $7 from agencies g where g.id = $8`,
      [
        id,
        auditorId,
        auditor.agency.id,
        question.trim(),
        actor().practitionerId,
        now(),
        endsOn,
        actor().agencyId,
      ],
    );
    const [row] = await query<{ drawn: number }>(
      'select access.sample_cases($1, $2, $3::smallint) as drawn',
      [id, most, level],
    );
    if (!row?.drawn)
      throw conflict(
        'There are no episodes to pick: the auditor or their agency works on every episode at this level.',
      );
    await audit('commission audit', 'audit', { subjectId: id });
    return id;
  }

  /** Ends an audit early; its auditor loses access to its episodes. */
  async end(id: string): Promise<void> {
    permitCommissioning();
    const caseAudit = isId(id) && (await this.audits()).find((one) => one.id === id);
    if (!caseAudit) throw unreachable();
    if (!caseAudit.running) throw conflict('This audit has already ended.');
    await db().query('update case_audits set ended_at = $2 where id = $1 and ended_at is null', [id, now()]);
    await audit('end audit', 'audit', { subjectId: id });
  }
}

function permitCommissioning(): void {
  if (!mayEver(actor().role, 'audit.commission')) throw forbidden('You cannot create an audit.');
}

const AUDITS = `
  select u.id, u.question, json_build_object('id', p.id, 'name', p.name, 'agency', g.name) as auditor,
    c.name as commissioned_by, u.commissioned_at, u.ends_on::text as ends_on, u.ended_at,
    (u.ended_at is null or u.ended_at > $3) and u.ends_on >= $2::date as running,
    (select count(*)::integer from case_audit_draws d where d.audit_id = u.id) as drawn,
    coalesce((select json_agg(json_build_object('id', x.episode_id, 'names', x.names) order by access.name_order(x.names), x.episode_id) from (
      select d.episode_id, coalesce((select string_agg(btrim(k.given_names || ' ' || k.family_name), ', ' order by access.name_order(k.given_names))
        from episode_children f join children k on k.id = f.child_id where f.episode_id = d.episode_id), 'A family') as names
      from case_audit_draws d where $1 and d.audit_id = u.id) x), '[]') as episodes
  from case_audits u
  join practitioners p on p.id = u.auditor_id
  join agencies g on g.id = u.auditor_agency_id
  join practitioners c on c.id = u.commissioned_by
  order by u.commissioned_at desc, u.id`;
