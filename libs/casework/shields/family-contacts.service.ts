import { Injectable } from '@nestjs/common';
import { CarersService, ChildrenService } from '#libs/casework/children';
import { actor, invalidField, londonDate, now, query } from '#libs/platform';
import { fullName } from '#libs/terms';
import {
  type ContactDetail,
  type ContactValue,
  type ContactOffer,
  type FamilyMember,
  isIncludedByDefault,
  keyOf,
  offersOf,
  type Tie,
} from './family-contacts.rules.js';

/** The contact details of other family members that a family member's copy may include. */
export interface FamilyContacts {
  /** A family member's details are protected: nothing can be included, and the reason stays confidential. */
  readonly isProtected: boolean;
  readonly offers: readonly ContactOffer[];
}
type Owner = Pick<FamilyMember, 'kind' | 'id'>;
/** Is this detail in the copy? */
export type IncludesContact = (owner: Owner, detail: ContactDetail) => boolean;

const CHOICE_OUTDATED =
  'What you chose to include has changed or can no longer be included. Nothing was included. Check each question again';

/** The one place that decides which contact details go into a document for a family member. */
@Injectable()
export class FamilyContactsService {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
  ) {}

  /**
   * What the sender may include in a copy of this episode for a family member, and what they did include: the tokens
   * sent back. 422 for a token that is not offered now; one for another value, day, copy or sender does not count.
   */
  async contactsFor(
    episodeId: string,
    recipient: FamilyMember,
    tokens: readonly string[],
  ): Promise<FamilyContacts> {
    const contactValues = await this.contactValuesOf(episodeId);
    return this.chosen(episodeId, recipient, contactValues, await tiesOf(episodeId), tokens);
  }

  /** The same for details read elsewhere, as from a bundle. */
  async chosen(
    episodeId: string,
    recipient: FamilyMember,
    contactValues: readonly ContactValue[],
    ties: readonly Tie[],
    tokens: readonly string[],
  ): Promise<FamilyContacts> {
    const isProtected = await areProtected(episodeId);
    const sender = { id: actor().practitionerId, today: londonDate(now()) };
    const offers = isProtected ? [] : offersOf(contactValues, recipient, ties, sender);
    const offeredTokens = new Set(offers.map(({ token }) => token));
    if (tokens.some((token) => !offeredTokens.has(token))) throw invalidField('include', CHOICE_OUTDATED);
    return { isProtected, offers: offers.map((one) => ({ ...one, putIn: tokens.includes(one.token) })) };
  }

  /** For a copy that a family member makes or views: the actor is the reader. */
  async inclusionFor(episodeId: string, putIn: readonly string[]): Promise<IncludesContact> {
    const id = actor().practitionerId;
    const children = await childrenOf(episodeId);
    const reader: Owner = { kind: children.includes(id) ? 'child' : 'carer', id };
    return keeps(reader, await tiesOf(episodeId), putIn);
  }

  private async contactValuesOf(episodeId: string): Promise<ContactValue[]> {
    const contactValues: ContactValue[] = [];
    const children: FamilyMember[] = [];
    for (const id of await childrenOf(episodeId)) {
      const { child, details } = await this.children.find(id);
      const of: FamilyMember = { kind: 'child', id, name: fullName(child) };
      children.push(of);
      if (!details) continue;
      contactValues.push(
        { of, detail: 'address', text: inOne(details.address, details.postcode) },
        { of, detail: 'telephone', text: details.telephone ?? '' },
        { of, detail: 'education', text: details.educationSetting ?? '' },
        { of, detail: 'gp', text: details.gp ?? '' },
      );
      for (const carer of await this.carers.carersOf(id)) {
        const adult: FamilyMember = { kind: 'carer', id: carer.id, name: carer.name };
        contactValues.push(
          { of: adult, detail: 'telephone', text: carer.telephone ?? '' },
          { of: adult, detail: 'address', text: inOne(carer.address, carer.postcode) },
        );
      }
    }
    const places = await placesOf(episodeId);
    return [
      ...contactValues,
      ...children.map((of) => ({ of, detail: 'meetings' as const, text: places.join('\n') })),
    ];
  }
}

/** Details included by default or by the sender: `putIn` holds keys from `keyOf`. */
export function keeps(recipient: Owner, ties: readonly Tie[], putIn: readonly string[]): IncludesContact {
  return (of, detail) => isIncludedByDefault(recipient, of, ties) || putIn.includes(keyOf({ of, detail }));
}

const inOne = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(', ');

async function childrenOf(episodeId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    'select child_id as id from episode_children where episode_id = $1 order by position',
    [episodeId],
  );
  return rows.map(({ id }) => id);
}

const tiesOf = (episodeId: string): Promise<Tie[]> =>
  query(
    `select l.child_id, l.carer_id, l.lives_with_child
     from child_carers l join episode_children f on f.child_id = l.child_id and f.episode_id = $1`,
    [episodeId],
  );

async function placesOf(episodeId: string): Promise<string[]> {
  const rows = await query<{ place: string }>(
    `select distinct w.place from meeting_places w join tac_meetings t on t.id = w.meeting_id and t.status = 'held'
     where w.episode_id = $1 order by w.place`,
    [episodeId],
  );
  return rows.map(({ place }) => place);
}

async function areProtected(episodeId: string): Promise<boolean> {
  const [row] = (await query<{ protected: boolean }>(
    'select access.are_family_contacts_protected($1) as protected',
    [episodeId],
  )) as [{ protected: boolean }];
  return row.protected;
}
