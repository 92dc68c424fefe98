import { Injectable } from '@nestjs/common';
import { type Abilities, permitOn } from '#libs/access';
import { AssessmentReadingService } from '#libs/casework/assessments';
import { CarersService, ChildNamesService, ChildrenService } from '#libs/casework/children';
import { type ChronologyEntry, ChronologyService } from '#libs/casework/chronology';
import { ChildTiesService, HouseholdsService } from '#libs/casework/families';
import { PlansService } from '#libs/casework/plans';
import { ReviewsService } from '#libs/casework/reviews';
import { FamilyContactsService, type IncludesContact } from '#libs/casework/shields';
import { MeetingsService, TeamService } from '#libs/casework/team';
import { LevelsService } from '#libs/casework/triangle-of-need';
import { actor, db, withWholeReach } from '#libs/platform';
import { assessmentPassages } from './assessment.passages.js';
import { type CopyOfRecord, type CopyPassage, type CopySection, linesOf, passage } from './copy.js';
import {
  carerPassages,
  childPassage,
  childTiePassages,
  detailPassages,
  homePassages,
} from './family.passages.js';
import {
  chronologyPassages,
  levelPassages,
  meetingPassages,
  planPassages,
  reviewPassages,
  teamPassages,
} from './plan.passages.js';

const MAX_CHRONOLOGY_PAGES = 25;

/**
 * The record of one episode as a document, for the reader. It has no access rule of its own: it contains what the
 * database gives the reader, so that a preview equals the copy. A copy for a family member leaves out contact details
 * of the others, except those that its sender includes.
 */
@Injectable()
export class CopiesService {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly names: ChildNamesService,
    private readonly childTies: ChildTiesService,
    private readonly households: HouseholdsService,
    private readonly assessments: AssessmentReadingService,
    private readonly levels: LevelsService,
    private readonly team: TeamService,
    private readonly meetings: MeetingsService,
    private readonly plans: PlansService,
    private readonly reviews: ReviewsService,
    private readonly chronology: ChronologyService,
    private readonly contacts: FamilyContactsService,
  ) {}

  /** Everything of the episode that the reader may see; 404 out of reach. `putIn` is for a family member. */
  async copyOf(episodeId: string, putIn: readonly string[] = []): Promise<CopyOfRecord> {
    const abilities = await permitOn(episodeId, 'episode.read');
    const keeps: IncludesContact =
      actor().role === 'family' ? await this.contacts.inclusionFor(episodeId, putIn) : () => true;
    const sections = [
      ...(await this.family(episodeId, abilities, keeps)),
      ...(abilities.may('record.read') ? await this.record(episodeId, keeps) : []),
    ];
    return { episodeId, sections: sections.filter(({ passages }) => passages.length > 0) };
  }

  private async family(
    episodeId: string,
    abilities: Abilities,
    keeps: IncludesContact,
  ): Promise<CopySection[]> {
    const who: CopyPassage[] = [];
    const basic: CopyPassage[] = [];
    const rows = (await db().query(CHILDREN, [episodeId])) as { id: string }[];
    for (const { id } of rows) {
      const { child, details } = await this.children.find(id);
      who.push(...childPassage(child, await this.names.namesOf(id)));
      if (abilities.may('family.read'))
        basic.push(
          ...detailPassages(child, details, keeps),
          ...carerPassages(child, await this.carers.carersOf(id), keeps),
          ...childTiePassages(child, await this.childTies.tiesOf(id)),
          // Children of other families may live there, too.
          ...homePassages(child, await withWholeReach(() => this.households.householdsOf(id)), keeps),
        );
    }
    const [lead] = (await db().query(LEAD, [episodeId])) as LeadRow[];
    who.push(
      ...passage(
        'index',
        'lead',
        'Lead professional',
        lead
          ? linesOf([null, `${lead.name}, ${lead.agency}`], ['Telephone', lead.telephone])
          : 'There is no lead professional now.',
      ),
    );
    return [section('who', 'Children', who), section('basic', 'Basic details', basic)];
  }

  private async record(episodeId: string, keeps: IncludesContact): Promise<CopySection[]> {
    const sensitive = (await db().query('select id from agencies where sensitive')) as { id: string }[];
    const workers = await this.team.workers(episodeId);
    const children = (await db().query(CHILDREN, [episodeId])) as { id: string }[];
    const includesPlaces = children.every(({ id }) => keeps({ kind: 'child', id }, 'meetings'));
    const heldMeetings = (await this.meetings.meetings(episodeId)).filter(({ status }) => status === 'held');
    return [
      section(
        'assessment',
        'Common assessment',
        assessmentPassages(await this.assessments.current(episodeId)),
      ),
      section('level', 'Level of need', levelPassages(await this.levels.history(episodeId))),
      section('team', 'People helping', teamPassages(workers, new Set(sensitive.map(({ id }) => id)))),
      section('meetings', 'Meetings', meetingPassages(heldMeetings, includesPlaces)),
      section('plan', 'Delivery plan', planPassages(await this.plans.plan(episodeId))),
      section('reviews', 'Reviews', reviewPassages(await this.reviews.reviewsOf(episodeId))),
      section('chronology', 'Chronology', chronologyPassages(await this.chronologyEntries(episodeId))),
    ];
  }

  private async chronologyEntries(episodeId: string): Promise<ChronologyEntry[]> {
    const entries: ChronologyEntry[] = [];
    let cursor: string | null = null;
    for (let pages = 0; pages < MAX_CHRONOLOGY_PAGES; pages++) {
      const page = await this.chronology.entries(episodeId, { limit: 200, ...(cursor ? { cursor } : {}) });
      entries.push(...page.items);
      cursor = page.next;
      if (!cursor) break;
    }
    return entries;
  }
}

const section = (key: string, title: string, passages: readonly CopyPassage[]): CopySection => ({
  key,
  title,
  passages,
});

interface LeadRow {
  readonly name: string;
  readonly agency: string;
  readonly telephone: string | null;
}
const CHILDREN = 'select child_id as id from episode_children where episode_id = $1 order by position';
const LEAD = `
  select p.name, p.telephone, g.name as agency
  from lead_professional_appointments a join practitioners p on p.id = a.practitioner_id join agencies g on g.id = a.agency_id
  where a.episode_id = $1 and a.ended_at is null`;
