import { Carer, CarerContacts, ChildCarer, DeclaredRelative } from './carer.entity.js';
import { ChildImmigrationStatus, ChildReference, ChildSchool } from './child-context.entities.js';
import { ChildDistinction } from './child-distinction.entity.js';
import { ChildName } from './child-name.entity.js';
import { Child, ChildContacts, ChildDetails } from './child.entity.js';

export { type CarerDetails, type CarerDraft, type CarerOfChild, CarersService } from './carers.service.js';
export { validateEnding } from './child-carer.rules.js';
export { ChildCarersService, type FamilyChange } from './child-carers.service.js';
export { assertMayEditFamily } from './family-edit.js';
export { Child } from './child.entity.js';
export { ChildName } from './child-name.entity.js';
export {
  type ChildNameDraft,
  ChildNamesService,
  type FormerName,
  type Sealing,
} from './child-names.service.js';
export { CHILD_CONSTRAINTS } from './child.constraints.js';
export { validateBirth } from './birth.rules.js';
export { validateNameParts } from './child.rules.js';
export { ChildrenModule } from './children.module.js';
export { contactsProtected, type DetailsView, isHidden, isPlaceHidden, parted } from './contacts.js';
export { ChildrenSearchService, type ChildMatch, type IndexEntry } from './children-search.service.js';
export { ChildDistinction } from './child-distinction.entity.js';
export { type PossibleDuplicate, PossibleDuplicatesService } from './possible-duplicates.service.js';
export { type NameScope, OwnFamiliesService } from './own-families.service.js';
export { type ChildSearch, validateName, validateSearch } from './search.rules.js';
export {
  type ChildDraft,
  type ChildIdentity,
  ChildrenService,
  type DetailsDraft,
  type Sibling,
} from './children.service.js';
export { type ChildContext, ChildContextService } from './child-context.service.js';
export { type SchoolDraft, validateContext } from './child-context.rules.js';
export const CHILDREN_ENTITIES = [
  Carer,
  CarerContacts,
  Child,
  ChildCarer,
  ChildContacts,
  ChildDetails,
  ChildDistinction,
  ChildImmigrationStatus,
  ChildReference,
  ChildSchool,
  ChildName,
  DeclaredRelative,
];
