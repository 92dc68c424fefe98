import { Injectable } from '@nestjs/common';
import { abilitiesOn, audit, permitOn } from '#libs/access';
import { EpisodesService, MessagesService } from '#libs/casework/episodes';
import {
  actor,
  conflict,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';
import { PanelsService } from './panels.service.js';

/** A case on the agenda of a panel, as far as the reader may see its record. */
interface AgendaItem {
  readonly id: string;
  readonly episodeId: string;
  readonly meetingId: string;
  readonly panelId: string;
  readonly panel: string;
  readonly heldOn: string;
  readonly papersUntil: string;
  readonly children: readonly { readonly givenNames: string; readonly familyName: string }[];
  readonly question: string;
  readonly putBy: { readonly id: string; readonly name: string };
  readonly putAt: Date;
  readonly removedAt: Date | null;
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** Cases referred to a panel, and its decisions. The members' access to the papers expires by itself. */
@Injectable()
export class AgendasService {
  constructor(
    private readonly panels: PanelsService,
    private readonly episodes: EpisodesService,
    private readonly messages: MessagesService,
  ) {}

  /** The agenda of a meeting, with the cases that the reader may see. */
  async agenda(meetingId: string): Promise<AgendaItem[]> {
    await this.panels.meeting(meetingId);
    return query(`${ITEMS} where i.meeting_id = $1 and i.removed_at is null order by i.put_at, i.id`, [
      meetingId,
    ]);
  }

  /** The panel referrals of an episode, the latest first. 404 below T2. */
  async ofEpisode(episodeId: string): Promise<AgendaItem[]> {
    await permitOn(episodeId, 'record.read');
    return query(`${ITEMS} where i.episode_id = $1 order by i.put_at desc, i.id desc`, [episodeId]);
  }

  async isAgreed(episodeId: string): Promise<boolean> {
    const [{ agreed }] = (await query<{ agreed: boolean }>('select access.panel_agreed($1) as agreed', [
      episodeId,
    ])) as [{ agreed: boolean }];
    return agreed;
  }

  /** Refers an episode to a meeting. 409 without the family's agreement for a panel, or when the meeting is over. */
  async refer(meetingId: string, episodeId: string, question: string): Promise<string> {
    await permitOn(episodeId, 'panel.refer', 'take this to a panel');
    await this.episodes.openRecord(episodeId);
    const meeting = await this.panels.meeting(meetingId);
    if (!question.trim()) throw invalidField('question', 'Enter what you want to ask the panel');
    if (!(await this.isAgreed(episodeId)))
      throw conflict(
        'The family has not agreed to a panel referral. Ask them first, and record their consent with the purpose “Refer to a panel”.',
      );
    if (meeting.cancelled || meeting.heldOn < londonDate(now()))
      throw conflict('This meeting is over or cancelled. Select a future meeting.');
    if ((await this.agenda(meetingId)).some((one) => one.episodeId === episodeId))
      throw conflict('This is already on the agenda of this meeting.');
    const id = newId();
    await db().query(
      `insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, meetingId, episodeId, question.trim(), actor().practitionerId, now()],
    );
    const { members } = await this.panels.panel(meeting.panelId);
    for (const { practitionerId, chairs } of members)
      if (chairs)
        await this.messages.send(
          practitionerId,
          'A case has been added to your panel’s agenda',
          `${actor().name}, ${actor().agencyName}, added a case to the agenda of ${meeting.panel}.`,
          `/panel-meetings/${meetingId}`,
          { kind: 'panel_item', id },
        );
    await audit('take to panel', 'panel item', { episodeId, subjectId: id });
    return id;
  }

  /** Records the panel's decision, once, by its chair. */
  async decide(itemId: string, decision: string): Promise<void> {
    const item = await this.item(itemId);
    await permitOn(item.episodeId, 'panel.decide', 'record the panel’s decision');
    if (!(await this.panels.panel(item.panelId)).chairedByMe)
      throw conflict('Only the chair of this panel can record its decision.');
    if (!decision.trim()) throw invalidField('decision', 'Enter what the panel decided');
    assertUndecided(item);
    await db().query('update panel_items set decision = $2, decided_by = $3, decided_at = $4 where id = $1', [
      itemId,
      decision.trim(),
      actor().practitionerId,
      now(),
    ]);
    await this.messages.send(
      item.putBy.id,
      'A panel has decided on a case you took to it',
      `${item.panel} has decided. Read the decision in the episode.`,
      `/episodes/${item.episodeId}`,
    );
    await audit('decide at panel', 'panel item', { episodeId: item.episodeId, subjectId: itemId });
  }

  /** Takes a case off the agenda; the panel's members lose access to it at once. */
  async remove(itemId: string): Promise<void> {
    const item = await this.item(itemId);
    const abilities = await abilitiesOn(item.episodeId);
    abilities.permit(
      abilities.may('panel.decide') ? 'panel.decide' : 'panel.refer',
      'remove this from the agenda',
    );
    assertUndecided(item);
    await db().query('update panel_items set removed_at = $2 where id = $1', [itemId, now()]);
    await audit('take off agenda', 'panel item', { episodeId: item.episodeId, subjectId: itemId });
  }

  async item(id: string): Promise<AgendaItem> {
    const [item] = isId(id) ? await query<AgendaItem>(`${ITEMS} where i.id = $1`, [id]) : [];
    if (!item) throw unreachable();
    return item;
  }
}

function assertUndecided({ decision, removedAt }: AgendaItem): void {
  if (removedAt) throw conflict('It is no longer on the agenda.');
  if (decision) throw conflict('The panel has already decided.');
}

const ITEMS = `
  select i.id, i.episode_id, i.meeting_id, n.id as panel_id, n.name as panel,
    t.held_on::text as held_on, platform.working_days_after(t.held_on, 10)::text as papers_until, i.question,
    json_build_object('id', p.id, 'name', p.name) as put_by, i.put_at, i.removed_at,
    i.decision, d.name as decided_by, i.decided_at,
    coalesce((select json_agg(json_build_object('givenNames', k.given_names, 'familyName', k.family_name) order by f.position)
      from episode_children f join children k on k.id = f.child_id where f.removed_at is null and f.episode_id = i.episode_id), '[]') as children
  from panel_items i join panel_meetings t on t.id = i.meeting_id join panels n on n.id = t.panel_id
  join practitioners p on p.id = i.put_by left join practitioners d on d.id = i.decided_by`;
