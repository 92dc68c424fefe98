import { Carer, CarerContacts, ChildCarer, DeclaredRelative } from './carer.entity.js';
import { ChildName } from './child-name.entity.js';
import { Child, ChildContacts, ChildDetails } from './child.entity.js';

export { type CarerDraft, type CarerOfChild, CarersService } from './carers.service.js';
export { Child } from './child.entity.js';
export { ChildName } from './child-name.entity.js';
export { type ChildNameDraft, ChildNamesService, type FormerName } from './child-names.service.js';
export { CHILD_CONSTRAINTS } from './child.constraints.js';
export { validateBirth, validateName } from './child.rules.js';
export { ChildrenModule } from './children.module.js';
export { contactsProtected, type DetailsView, isHidden, isPlaceHidden, parted } from './contacts.js';
export { ChildrenSearchService, type ChildMatch, type IndexEntry } from './children-search.service.js';
export {
  type ChildDraft,
  type ChildIdentity,
  ChildrenService,
  type DetailsDraft,
  type Sibling,
} from './children.service.js';
export const CHILDREN_ENTITIES = [
  Carer,
  CarerContacts,
  Child,
  ChildCarer,
  ChildContacts,
  ChildDetails,
  ChildName,
  DeclaredRelative,
];
