import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, conflict, db, isId, newId, query, unreachable } from '#libs/platform';
import { AdministratorsService } from './administrators.service.js';
import { AgenciesService } from './agencies.service.js';

export interface AgencyClosureDraft {
  /** The last day on which the agency's people work in Bridges, as `YYYY-MM-DD`. */
  readonly lastDay: string;
  readonly reason: string;
  /** The agency that takes over. */
  readonly successorId?: string | null;
  /** Whether its people are given posts at the agency that takes over. */
  readonly movesPeople?: boolean;
}
export interface AgencyClosure {
  readonly id: string;
  readonly lastDay: string;
  readonly reason: string;
  readonly successor: { readonly id: string; readonly name: string } | null;
  readonly movesPeople: boolean;
  readonly proposedBy: { readonly id: string; readonly name: string };
  readonly proposedAt: Date;
  readonly agreedBy: { readonly id: string; readonly name: string } | null;
  readonly agreedAt: Date | null;
}
/** Work with families that a person of the agency has open: numbers, and no family. */
export interface OpenWork {
  readonly personId: string;
  readonly name: string;
  readonly lead: number;
  readonly author: number;
  readonly team: number;
  readonly action: number;
  readonly chair: number;
}

/** Agencies that close: one person proposes it, a second one agrees, and until the last day either side calls it off. */
@Injectable()
export class AgencyClosuresService {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly administrators: AdministratorsService,
  ) {}

  /** The closure that was proposed or agreed; null without one, and for readers whom it does not concern. */
  async current(agencyId: string): Promise<AgencyClosure | null> {
    const [closure = null] = isId(agencyId) ? await query<AgencyClosure>(CURRENT, [agencyId]) : [];
    return closure;
  }

  /** Throws 409 for the actor's own agency and one that closes already, 404 for one that does not exist. */
  async propose(agencyId: string, draft: AgencyClosureDraft): Promise<string> {
    const agency = await this.agencies.find(agencyId);
    if (agency.id === actor().agencyId)
      throw conflict('You cannot close the agency that you work for. Ask a system administrator of another.');
    if (agency.endedOn || (await this.current(agencyId)))
      throw conflict('A closure of this agency has been proposed or agreed already. Call it off first.');
    const id = newId();
    const { lastDay, successorId = null, movesPeople = false, reason } = draft;
    await db().query('select access.propose_agency_closure($1, $2, $3, $4, $5, $6)', [
      ...[id, agency.id, lastDay, successorId, movesPeople, reason],
    ]);
    await audit('propose agency closure', 'agency', { subjectId: agency.id });
    return id;
  }

  /**
   * Agrees to the proposal that was shown. 404 when it has lapsed or been called off; 409 for the person who proposed it, and for a
   * system administrator while the agency has an administrator.
   */
  async agree(agencyId: string, closureId: string): Promise<void> {
    const closure = await this.shown(agencyId, closureId);
    if (closure.agreedAt) throw conflict('This closure has been agreed already.');
    if (closure.proposedBy.id === actor().practitionerId)
      throw conflict('You proposed this closure. A second person has to agree to it.');
    if (agencyId !== actor().agencyId && !(await this.administrators.isLacking(agencyId)))
      throw conflict('An administrator of the agency has to agree to this closure.');
    await db().query('select access.agree_agency_closure($1)', [closure.id]);
    await audit('agree agency closure', 'agency', { subjectId: agencyId });
  }

  /** Calls the closure off, until the end of its last day: posts and access go on. */
  async callOff(agencyId: string, closureId: string): Promise<void> {
    const closure = await this.shown(agencyId, closureId);
    await db().query('select access.call_off_agency_closure($1)', [closure.id]);
    await audit('call off agency closure', 'agency', { subjectId: agencyId });
  }

  /** What people of the actor's agency have to hand over, by name. */
  openWork(): Promise<OpenWork[]> {
    return query<OpenWork>(OPEN_WORK, [actor().agencyId]);
  }

  private async shown(agencyId: string, closureId: string): Promise<AgencyClosure> {
    const closure = await this.current(agencyId);
    if (!closure || !isId(closureId) || closure.id !== closureId) throw unreachable();
    return closure;
  }
}

const CURRENT = `
  select c.id, to_char(c.last_day, 'YYYY-MM-DD') as last_day, c.reason, c.moves_people,
    case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as successor,
    json_build_object('id', p.id, 'name', p.name) as proposed_by, c.proposed_at,
    case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as agreed_by, c.agreed_at
  from agency_closures c
  left join agencies s on s.id = c.successor_id
  join practitioners p on p.id = c.proposed_by
  left join practitioners a on a.id = c.agreed_by
  where c.agency_id = $1 and c.called_off_at is null
    and (c.agreed_at is not null or c.last_day > platform.london_date(platform.now()))`;

const OPEN_WORK = `
  select p.id as person_id, p.name, ${['lead', 'author', 'team', 'action', 'chair']
    .map((kind) => `coalesce(sum(w.many) filter (where w.kind = '${kind}'), 0)::integer as ${kind}`)
    .join(', ')}
  from (select distinct o.practitioner_id from posts o
    where o.agency_id = $1 and platform.is_now(o.began_at, o.ended_at)) o
  join practitioners p on p.id = o.practitioner_id
  left join access.agency_open_work() w on w.practitioner_id = p.id
  group by p.id order by p.name_order, p.id`;
