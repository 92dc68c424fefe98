import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { bySize } from './size.js';

/** One of each kind of post, and who stands near the edge of a family's agreement. */
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

/** Who tries what everybody might. */
export const PEOPLE = bySize(
  ONE_OF_EACH,
  PERSONAS.map(({ key }) => key),
);
