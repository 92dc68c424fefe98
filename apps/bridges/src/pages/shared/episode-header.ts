import { Injectable } from '@nestjs/common';
import { EpisodeFrontDoor, type EpisodeView, EpisodeViewService } from '#libs/casework/episodes';
import { EmergencyReadingService, formatRemainingTime } from '#libs/casework/emergency-access';
import { describeSharing } from '#libs/casework/information-sharing';
import { SafetyConcernsReadingService } from '#libs/casework/safety-concerns';
import { AccessExplanationService } from '#libs/oversight/access';
import { shortAge } from '#libs/page-kit';
import { londonDate, now } from '#libs/platform';
import {
  EPISODE_STATUSES,
  type EpisodeStatus,
  firstName,
  fullName,
  labelOf,
  UNNAMED_LEADS,
} from '#libs/terms';
import { permissionsIn } from './permissions.js';
import { describeNotNamed } from './not-named.js';
import { toSafetyBanner } from './safety-concern.js';

type EpisodeTab =
  'overview' | 'assessment' | 'consent' | 'team' | 'plan' | 'reviews' | 'chronology' | 'access';

const TABS: readonly {
  tab: EpisodeTab;
  text: string;
  path: string;
  needs: 'episode.read' | 'record.read' | 'consent.read';
}[] = [
  { tab: 'overview', text: 'Overview', path: '', needs: 'episode.read' },
  { tab: 'assessment', text: 'Assessment', path: '/assessment', needs: 'record.read' },
  { tab: 'consent', text: 'Consent', path: '/consents', needs: 'consent.read' },
  { tab: 'team', text: 'Team', path: '/team', needs: 'record.read' },
  { tab: 'plan', text: 'Plan', path: '/plan', needs: 'record.read' },
  { tab: 'reviews', text: 'Reviews', path: '/reviews', needs: 'record.read' },
  { tab: 'chronology', text: 'Chronology', path: '/chronology', needs: 'record.read' },
  { tab: 'access', text: 'Access', path: '/access', needs: 'episode.read' },
];

/** The `episode` of layouts/episode.njk. */
export type EpisodeHeaderView = Awaited<ReturnType<EpisodeHeader['toHeaderView']>>;

/**
 * The header of an episode's pages: open safety concerns, names, level, lead, next date, consent, and the reader's
 * reason for access.
 */
@Injectable()
export class EpisodeHeader {
  constructor(
    private readonly view: EpisodeViewService,
    private readonly access: AccessExplanationService,
    private readonly emergencies: EmergencyReadingService,
    private readonly concerns: SafetyConcernsReadingService,
    private readonly frontDoor: EpisodeFrontDoor,
  ) {}

  /** Opens the episode for reading (recorded; 404 out of reach) and builds the `episode` of layouts/episode.njk. */
  async open(id: string, tab: EpisodeTab): Promise<{ seen: EpisodeView; episode: EpisodeHeaderView }> {
    const seen = await this.view.look(id, tab === 'overview' ? 'episode' : tab);
    return { seen, episode: await this.toHeaderView(seen, tab) };
  }

  async toHeaderView(seen: EpisodeView, tab: EpisodeTab) {
    const today = londonDate(now());
    const href = `/episodes/${seen.id}`;
    const { record, abilities } = seen;
    return {
      id: seen.id,
      href,
      open: seen.open,
      title: seen.children.map(firstName).join(', '),
      children: seen.children.map((child) => ({
        name: fullName(child),
        age: formatAge(child, today),
      })),
      level: record?.level ?? null,
      status: record
        ? labelOf(EPISODE_STATUSES, record.status as EpisodeStatus)
        : seen.open
          ? 'Open'
          : 'Closed',
      lead: seen.lead,
      leadUnnamed: seen.leadUnnamed && UNNAMED_LEADS[seen.leadUnnamed],
      vacancyDays: seen.vacancyDays,
      notNamed: describeNotNamed(seen.unnamedInvolved),
      nextDate: seen.open ? nextDateOf(record) : null,
      consentText: abilities.may('consent.read') ? describeSharing(seen.sharing) : '',
      reason: await this.access.inOneLine(abilities),
      safety: await this.safety(seen),
      emergency: abilities.reaches.includes('emergency') ? await this.emergency([seen.id]) : null,
      may: permissionsIn(abilities),
      tabs: TABS.filter(({ needs }) => abilities.may(needs)).map(({ tab: name, text, path }) => ({
        text,
        href: href + path,
        active: name === tab,
      })),
    };
  }

  /** The open safety concerns with the numbers to phone; null if there are none that this reader may know of. */
  private async safety({ id, abilities, hasSafetyConcern }: EpisodeView) {
    if (!hasSafetyConcern) return null;
    const standing = await this.concerns.standing(id, abilities);
    if (!standing || standing.length === 0) return null;
    return toSafetyBanner(standing, await this.frontDoor.numbers(id), {
      href: `/episodes/${id}`,
      mayAnswer: abilities.may('safety_concern.answer'),
    });
  }

  /** The emergency access under which the reader has one of these episodes open, with the time left. */
  async emergency(episodeIds: readonly string[]) {
    const running = await this.emergencies.running(episodeIds);
    if (!running?.lapsesAt) return null;
    const left = running.lapsesAt.getTime() - now().getTime();
    return {
      id: running.id,
      until: running.lapsesAt,
      secondsLeft: Math.ceil(left / 1000),
      left: formatRemainingTime(left),
      reason: running.reason,
      protectedDetails: running.protectedDetails,
    };
  }
}

function formatAge(child: EpisodeView['children'][number], today: string): string {
  if (child.hasDied) return child.expectedDate ? 'pregnancy ended' : 'has died';
  return shortAge(child, today);
}

/** The earlier of the next review and the next meeting. */
function nextDateOf(record: EpisodeView['record']): { date: string; what: string } | null {
  const { nextReviewOn = null, nextMeetingOn = null } = record ?? {};
  if (nextMeetingOn && (!nextReviewOn || nextMeetingOn < nextReviewOn))
    return { date: nextMeetingOn, what: 'Meeting' };
  return nextReviewOn ? { date: nextReviewOn, what: 'Review' } : null;
}
