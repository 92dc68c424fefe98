export { Abilities, abilitiesOn, permitOn } from './abilities.js';
export { AccessGuard } from './access.guard.js';
export { AccessModule } from './access.module.js';
export { Allow, ALLOWED, AllowService, ALLOWED_SERVICE, OPEN, Open } from './allow.js';
export { audit, auditEpisodes, auditStatement } from './audit.js';
export { ActorsService } from './authentication/actors.service.js';
export { type KeptForm, KeptFormsService } from './authentication/kept-forms.service.js';
export {
  KEPT_INPUT_IS_OVER,
  type KeptInputOwner,
  KeptInputsService,
} from './authentication/kept-inputs.service.js';
export {
  type NewToken,
  PERSONAL_TOKEN_DAYS,
  type PersonalToken,
  PersonalTokensService,
} from './authentication/personal-tokens.service.js';
export {
  type NewServiceToken,
  SERVICE_TOKEN_DAYS,
  type ServiceToken,
  ServiceTokensService,
} from './authentication/service-tokens.service.js';
export { type OwnSession, type SessionEnding, SessionsService } from './authentication/sessions.service.js';
export { type TokenInUse, TokensService } from './authentication/tokens.service.js';
export {
  DRAFT_DAYS,
  type Draft,
  type DraftFields,
  type DraftListItem,
  type DraftOrigin,
  type DraftPlace,
  type DraftSubject,
  DraftsService,
} from './drafts.service.js';
export { resealDrafts } from './reseal-drafts.js';
export { type Reach, REACH_SENTENCES, REACHES, ROLES_OF_REACH } from './reaches.js';
export { EPISODE_PERMISSIONS, type EpisodePermission, mayEver, type Permission, RULES } from './rules.js';
export { agencyNameSql, personNameSql, signature, type UnnamedInvolved } from './unnamed.js';
