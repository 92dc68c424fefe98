import {
  Agency,
  DirectoryService,
  LevelOfNeed,
  Locality,
  Post,
  Practitioner,
  Team,
} from './directory.entities.js';
import { FrontDoor } from './front-door.entity.js';
import { SupportNaming } from './support-naming.entity.js';

export { DIRECTORY_CONSTRAINTS } from './directory.constraints.js';
export { type AdministratorDraft, AdministratorsService } from './administrators.service.js';
export { AgenciesService, type AgencyDraft } from './agencies.service.js';
export {
  type AgencyClosure,
  type AgencyClosureDraft,
  AgencyClosuresService,
} from './agency-closures.service.js';
export { type Colleague, ColleaguesService } from './colleagues.service.js';
export { ConfirmationsService } from './confirmations.service.js';
export { type StandingCount, standingLabel, UNDO_DEPARTURE_DAYS } from './departure.rules.js';
export { DeparturesService } from './departures.service.js';
export { Agency, LevelOfNeed, Team } from './directory.entities.js';
export { DirectoryModule } from './directory.module.js';
export { type FrontDoorDraft, FrontDoorsService } from './front-doors.service.js';
export { type NamedAuthor, peopleNamed } from './people-named.js';
export { rolesGivenBy } from './people.rules.js';
export { PeopleService, type Person } from './people.service.js';
export { PostsService } from './posts.service.js';
export type { PostView } from './post.queries.js';
export {
  type ProvisionedDetails,
  ProvisionedPeopleService,
  type ProvisionedPerson,
  type ProvisionedSearch,
} from './provisioned-people.service.js';
export {
  importReferenceFile,
  type ImportResult,
  type ReferenceFile,
} from './reference-data/import-reference-file.js';
export {
  type PlaceChoice,
  type PlaceOfPostcode,
  ReferenceDataService,
} from './reference-data/reference-data.service.js';
export { REFERENCE_KINDS, ReferenceFileError, type ReferenceKind } from './reference-data/reference-kinds.js';
export { type ServiceDraft, type ServiceListItem, ServicesService } from './services.service.js';
export { SupportService } from './support.service.js';
export const DIRECTORY_ENTITIES = [
  Agency,
  DirectoryService,
  FrontDoor,
  LevelOfNeed,
  Locality,
  Post,
  Practitioner,
  SupportNaming,
  Team,
];
