import type { Actor } from './rule-book/world.js';
import type { System } from './system.js';

/** People of the seeded county: several agencies, each with more than one person, and every role. */
const CAST = [
  'schoolTeacher',
  'castleRockAssistant',
  'schoolManager',
  'healthVisitor',
  'schoolNurse',
  'healthManager',
  'housingOfficer',
  'panelChair',
  'familySupportWorker',
  'youthWorker',
  'cypsManager',
  'businessSupport',
  'coordinatorNwl',
  'coordinatorCharnwood',
  'frontDoor',
  'governance',
  'qualityAuditor',
  'yispWorker',
  'panelMember',
  'specialistTeacher',
  'outsider',
  'analyst',
] as const;

/** Every person of the cast, once for each post they hold. */
export async function gatherCast(system: System): Promise<Actor[]> {
  const actors: Actor[] = [];
  for (const key of CAST) {
    const { practitionerId } = await system.running.actor(key);
    const posts = await system.asOwner<{
      id: string;
      agency_id: string;
      role: string;
      locality_id: string | null;
    }>('select id, agency_id, role, locality_id from posts where practitioner_id = $1 order by began_at', [
      practitionerId,
    ]);
    for (const [nth, post] of posts.entries())
      actors.push({
        key: nth === 0 ? key : `${key} (post ${nth + 1})`,
        person: practitionerId,
        agency: post.agency_id,
        role: post.role,
        post: post.id,
        locality: post.locality_id,
        left: null,
      });
  }
  return actors;
}

/** People who may leave their work in a sequence. Leaving ends their session, so they ask by SQL alone. */
export const LEAVERS = ['schoolNurse'];
/** A second post has no session of its own in these tests. */
export const signsIn = ({ key, role }: Actor): boolean =>
  !key.includes('(') && role !== 'family' && !LEAVERS.includes(key);
