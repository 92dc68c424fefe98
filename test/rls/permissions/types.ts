/**
 * Who may read, add and change the rows of each table, written from the rule book, independently of the policies.
 * `{record.read}` stands for the episodes on which the person holds that permission, `{child family.read}` for children,
 * `{me}`, `{agency}` and `{authority}` for the person, `{allows people.manage}` for whether their role may, `{topics}` for
 * the sensitive topics within their reach. What is not written here is not allowed.
 */
export interface TablePermissions {
  readonly read: string;
  readonly add?: string;
  /** Columns that must name the person who adds the row. */
  readonly own?: Readonly<Record<string, string>>;
  readonly change?: string;
  readonly column?: string;
  /** Rows that a policy lets the person change although a constraint refuses the change, where that is more. */
  readonly blind?: string;
  /** Columns that a change must set, first the one naming its author: the same in another person's name is refused. */
  readonly signed?: Readonly<Record<string, string>>;
  /** Further rows to try to insert: copies with these values. */
  readonly more?: readonly Readonly<Record<string, string>>[];
  /** Further updates to try, without reading first, and who may make them. */
  readonly further?: readonly { readonly set: Readonly<Record<string, string>>; readonly change: string }[];
}
