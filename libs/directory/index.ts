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

export * from './directory.constraints.js';
export * from './agencies.service.js';
export * from './colleagues.service.js';
export * from './directory.entities.js';
export * from './directory.module.js';
export * from './front-door.entity.js';
export * from './front-doors.service.js';
export * from './people-named.js';
export * from './people.rules.js';
export * from './people.service.js';
export * from './services.service.js';
export * from './support.service.js';
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
