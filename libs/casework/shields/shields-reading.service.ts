import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { ChildrenService } from '#libs/casework/children';
import { isId, unreachable, query } from '#libs/platform';
import { type ShieldState, stateOf } from './shield.rules.js';

interface ShieldNameView {
  readonly id: string;
  readonly practitioner: { readonly id: string; readonly name: string; readonly agency: string | null };
  readonly namedAt: string;
  readonly endedAt: string | null;
}
export interface ShieldView {
  readonly id: string;
  readonly child: { readonly id: string; readonly givenNames: string; readonly familyName: string };
  readonly grounds: string;
  readonly detail: string | null;
  readonly requestedBy: string;
  readonly requesterCapacity: string;
  readonly recordedBy: { readonly id: string; readonly name: string };
  readonly requestedAt: Date;
  readonly decideBy: string;
  readonly state: ShieldState;
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly reviewOn: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly endingReason: string | null;
  readonly names: readonly ShieldNameView[];
  readonly unsafeCarers: readonly { readonly id: string; readonly name: string | null }[];
  readonly mayDecide: boolean;
  readonly mayName: boolean;
}

/** Shields as far as the reader may know of them: the requester, the people named, and information governance. */
@Injectable()
export class ShieldsReadingService {
  constructor(private readonly children: ChildrenService) {}

  /** The shields of one child that this reader may know of, the latest first; 404 when the child is out of reach. */
  async ofChild(childId: string): Promise<ShieldView[]> {
    await this.children.find(childId);
    return this.ofKnownChild(childId);
  }

  /** The same of a child whom the reader has been shown already. */
  ofKnownChild(childId: string): Promise<ShieldView[]> {
    return this.rows('s.child_id = $1', [childId]);
  }

  async find(id: string): Promise<ShieldView> {
    const [shield] = isId(id) ? await this.rows('s.id = $1', [id]) : [];
    if (!shield) throw unreachable();
    await audit('read shield', 'shield', { childId: shield.child.id, subjectId: id });
    return shield;
  }

  /** The shields that information governance manages: undecided ones first, then by review date. */
  async queue(): Promise<ShieldView[]> {
    const rows = await this.rows("s.ended_at is null and s.decision is distinct from 'declined'", []);
    await audit('list shields', 'shield', { detail: { found: rows.length } });
    return rows.sort((a, b) => dueOn(a).localeCompare(dueOn(b)));
  }

  private async rows(where: string, values: unknown[]): Promise<ShieldView[]> {
    const rows = await query<Omit<ShieldView, 'state'>>(
      `${SHIELD} where ${where} order by s.requested_at desc, s.id desc`,
      values,
    );
    return rows.map((row) => ({ ...row, state: stateOf(row) }));
  }
}

/** The day by which the next step is due. */
export const dueOn = ({ reviewOn, decideBy }: ShieldView): string => reviewOn ?? decideBy;

const SHIELD = `
  select s.id, json_build_object('id', k.id, 'givenNames', k.given_names, 'familyName', k.family_name) as child,
    s.grounds, s.detail, s.requested_by, s.requester_capacity,
    json_build_object('id', r.id, 'name', r.name) as recorded_by, s.requested_at, s.decide_by::text as decide_by,
    s.decision, d.name as decided_by, s.decided_at, s.decision_reason,
    s.review_on::text as review_on, e.name as ended_by, s.ended_at, s.ending_reason,
    coalesce((select json_agg(json_build_object('id', n.id, 'namedAt', n.named_at, 'endedAt', n.ended_at,
        'practitioner', json_build_object('id', p.id, 'name', p.name, 'agency', (
          select g.name from posts o join agencies g on g.id = o.agency_id where o.practitioner_id = p.id
          order by o.ended_at desc nulls first, o.began_at, o.id limit 1))) order by n.ended_at is not null, p.name_order, n.id)
      from shield_names n join practitioners p on p.id = n.practitioner_id where n.shield_id = s.id), '[]') as names,
    coalesce((select json_agg(json_build_object('id', u.carer_id, 'name', c.name) order by access.name_order(c.name))
      from shield_unsafe_carers u left join carers c on c.id = u.carer_id where u.shield_id = s.id), '[]') as unsafe_carers,
    s.child_id in (select access.may_child('shield.decide')) as may_decide, access.may_name_on_shield(s.id) as may_name
  from shields s join children k on k.id = s.child_id join practitioners r on r.id = s.recorded_by
  left join practitioners d on d.id = s.decided_by left join practitioners e on e.id = s.ended_by`;
