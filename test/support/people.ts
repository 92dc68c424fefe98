import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { bySize } from './size.js';

/** One persona for each kind of post, and those at the edge of a family's consent. */
const ONE_OF_EACH = [
  'schoolTeacher',
  'schoolNurse',
  'castleRockAssistant',
  'outsider',
  'schoolManager',
  'coordinatorNwl',
  'frontDoor',
  'panelMember',
  'governance',
  'businessSupport',
  'qualityAuditor',
  'analyst',
  'agencyAdministrator',
  'directoryEditor',
  'systemAdministrator',
];

/** The personas who try attacks. */
export const PEOPLE = bySize(
  ONE_OF_EACH,
  PERSONAS.map(({ key }) => key),
);
