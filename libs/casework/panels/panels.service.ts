import { Injectable } from '@nestjs/common';
import { audit, mayEver } from '#libs/access';
import { ColleaguesService } from '#libs/directory';
import {
  actor,
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

interface PanelMemberView {
  readonly id: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly agency: string;
  readonly chairs: boolean;
}
interface PanelMeetingView {
  readonly id: string;
  readonly panelId: string;
  readonly panel: string;
  readonly heldOn: string;
  readonly place: string | null;
  /** The last day on which the members may read the papers: ten working days after the meeting. */
  readonly papersUntil: string;
  readonly cancelled: boolean;
}
interface PanelView {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly members: readonly PanelMemberView[];
  readonly meetings: readonly PanelMeetingView[];
  /** Whether the reader is a member of it, and its chair. */
  readonly mine: boolean;
  readonly chairedByMe: boolean;
}

/** Panels of the area: their members and meetings. Their cases are on the agendas. */
@Injectable()
export class PanelsService {
  constructor(private readonly colleagues: ColleaguesService) {}

  async panels(): Promise<PanelView[]> {
    return query(PANELS, [actor().practitionerId, actor().agencyId]);
  }

  async panel(id: string): Promise<PanelView> {
    const panel = isId(id) ? (await this.panels()).find((one) => one.id === id) : undefined;
    if (!panel) throw unreachable();
    return panel;
  }

  async meeting(id: string): Promise<PanelMeetingView> {
    const meeting = (await this.panels()).flatMap(({ meetings }) => meetings).find((one) => one.id === id);
    if (!meeting) throw unreachable();
    return meeting;
  }

  /** Sets up a panel in the actor's own area. */
  async addPanel({ name, purpose }: { name: string; purpose: string }): Promise<string> {
    assertMayManagePanels();
    const id = newId();
    await db().query(
      `insert into panels (id, authority_id, name, purpose, version)
       select $1, g.authority_id, $2, $3, 1 from agencies g where g.id = $4`,
      [id, name.trim(), purpose.trim(), actor().agencyId],
    );
    await audit('add panel', 'panel', { subjectId: id });
    return id;
  }

  /** Makes a practitioner a member from now on, for their agency. 409 when they are a member already. */
  async addMember(
    panelId: string,
    { practitionerId, chairs = false }: { practitionerId: string; chairs?: boolean | undefined },
  ): Promise<string> {
    assertMayManagePanels();
    const panel = await this.panel(panelId);
    const colleague = await this.colleagues.find(practitionerId);
    if (!colleague) throw invalidField('practitionerId', 'Select someone from the directory');
    if (panel.members.some((one) => one.practitionerId === practitionerId))
      throw conflict('They are already a member of this panel.');
    const id = newId();
    await db().query(
      `insert into panel_members (id, panel_id, practitioner_id, agency_id, chairs, joined_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, panelId, practitionerId, colleague.agency.id, chairs, now()],
    );
    await audit('add panel member', 'panel', { subjectId: panelId });
    return id;
  }

  /** Ends a membership, and the access through the panel, at once. */
  async endMembership(panelId: string, memberId: string): Promise<void> {
    assertMayManagePanels();
    const panel = await this.panel(panelId);
    if (!panel.members.some((one) => one.id === memberId)) throw unreachable();
    await db().query('update panel_members set left_at = $2 where id = $1 and left_at is null', [
      memberId,
      now(),
    ]);
    await audit('end panel membership', 'panel', { subjectId: panelId });
  }

  async addMeeting(
    panelId: string,
    { heldOn, place }: { heldOn: string; place?: string | null },
  ): Promise<string> {
    assertMayManagePanels();
    await this.panel(panelId);
    if (heldOn < londonDate(now())) throw invalidField('heldOn', 'The date must be today or later');
    const id = newId();
    await db().query(
      'insert into panel_meetings (id, panel_id, held_on, place, version) values ($1, $2, $3, $4, 1)',
      [id, panelId, heldOn, place?.trim() || null],
    );
    await audit('plan panel meeting', 'panel', { subjectId: panelId });
    return id;
  }

  /** Cancels a meeting, and the access of those who read its papers. */
  async cancelMeeting(meetingId: string): Promise<void> {
    assertMayManagePanels();
    const { panelId, cancelled } = await this.meeting(meetingId);
    if (cancelled) throw conflict('This meeting is already cancelled.');
    await db().query(
      'update panel_meetings set cancelled_at = $2, version = version + 1 where id = $1 and cancelled_at is null',
      [meetingId, now()],
    );
    await audit('cancel panel meeting', 'panel', { subjectId: panelId });
  }
}

function assertMayManagePanels(): void {
  if (!mayEver(actor().role, 'panel.manage'))
    throw forbidden('Only the chair or the coordinator can manage panels.');
}

const PANELS = `
  select n.id, n.name, n.purpose,
    coalesce((select json_agg(json_build_object('id', m.id, 'practitionerId', p.id, 'name', p.name, 'agency', g.name, 'chairs', m.chairs)
        order by m.chairs desc, p.name_order, m.id)
      from panel_members m join practitioners p on p.id = m.practitioner_id join agencies g on g.id = m.agency_id
      where m.panel_id = n.id and m.left_at is null), '[]') as members,
    coalesce((select json_agg(json_build_object('id', t.id, 'panelId', n.id, 'panel', n.name, 'heldOn', t.held_on, 'place', t.place,
        'papersUntil', platform.working_days_after(t.held_on, 10), 'cancelled', t.cancelled_at is not null) order by t.held_on, t.id)
      from panel_meetings t where t.panel_id = n.id
        and platform.working_days_after(t.held_on, 10) >= platform.london_date(platform.now())), '[]') as meetings,
    exists (select from panel_members m where m.panel_id = n.id and m.practitioner_id = $1 and m.left_at is null) as mine,
    exists (select from panel_members m where m.panel_id = n.id and m.practitioner_id = $1 and m.chairs and m.left_at is null)
      as chaired_by_me
  from panels n where n.authority_id = (select g.authority_id from agencies g where g.id = $2)
  order by access.name_order(n.name), n.id`;
