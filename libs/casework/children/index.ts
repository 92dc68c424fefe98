import { Carer, CarerContacts, ChildCarer, DeclaredRelative } from './carer.entity.js';
import { Child, ChildContacts, ChildDetails } from './child.entity.js';

export * from './carer.entity.js';
export * from './carers.service.js';
export * from './child.entity.js';
export * from './child.rules.js';
export * from './children.module.js';
export * from './contacts.js';
export * from './children.search.js';
export * from './children.service.js';
export const CHILDREN_ENTITIES = [
  Carer,
  CarerContacts,
  Child,
  ChildCarer,
  ChildContacts,
  ChildDetails,
  DeclaredRelative,
];
