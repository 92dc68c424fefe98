import { EpisodeChildChange } from './episode-child-change.entity.js';

export { EpisodeMembershipModule } from './episode-membership.module.js';
export { MEMBERSHIP_CONSTRAINTS } from './membership.constraints.js';
export {
  type Member,
  type MembershipChange,
  MembershipReading,
  type WorkAbout,
} from './membership-reading.service.js';
export { type JoiningDraft, type LeavingDraft, MembershipService } from './membership.service.js';
export const EPISODE_MEMBERSHIP_ENTITIES = [EpisodeChildChange];
