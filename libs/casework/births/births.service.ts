import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { CarersService, type Child, ChildrenService, type DetailsView } from '#libs/casework/children';
import { HouseholdsService } from '#libs/casework/families';
import { actor, conflict, db, forbidden, invalid, londonDate, now, query } from '#libs/platform';
import { Birth } from './birth.entity.js';
import { type Baby, type BirthDraft, validateBirthDate } from './birth.rules.js';

/** An expected baby becomes a child. */
@Injectable()
export class BirthsService {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly households: HouseholdsService,
  ) {}

  /**
   * Records the birth of one baby, who keeps the record of the pregnancy, or of twins, each of whom has a record of their
   * own beside it: in the same episode, with the same carers and home. Gives their ids.
   */
  async recordBirth(childId: string, draft: BirthDraft): Promise<string[]> {
    const { child, details } = await this.expected(childId);
    const errors = validateBirthDate(draft, { expectedDate: child.expectedDate!, today: londonDate(now()) });
    if (errors.length > 0) throw invalid(errors);
    const [first, ...others] = draft.babies as [Baby, ...Baby[]];
    await this.children.changeChild(childId, child.version, {
      ...first,
      dateOfBirth: draft.bornOn,
      expectedDate: null,
    });
    const ids = [childId];
    for (const baby of others) ids.push(await this.recordTwin(child, details, baby, draft, ids));
    await audit('record birth', 'child', { childId, detail: { babies: ids.length } });
    return ids;
  }

  /** The expected child, for a practitioner who may record the birth. 404 out of reach, 409 when it is recorded already. */
  async expected(childId: string): Promise<{ child: Child; details: DetailsView | null }> {
    const found = await this.children.find(childId);
    if (!(await this.children.mayEdit(childId)))
      throw forbidden('You cannot record this birth. Ask the lead professional.');
    if (!found.child.expectedDate) throw conflict('The birth of this child has already been recorded.');
    const ended = await query('select 1 from access.dead_children() d (id) where d.id = $1', [childId]);
    if (ended.length > 0) throw conflict('The record says that this pregnancy has ended.');
    return found;
  }

  private async recordTwin(
    first: Child,
    details: DetailsView | null,
    baby: Baby,
    { bornOn, notTheSameAs = [] }: BirthDraft,
    siblings: readonly string[],
  ): Promise<string> {
    const carers = (await this.carers.carersOf(first.id)).map(
      ({ id, relationship, parentalResponsibility, livesWithChild }) => ({
        carerId: id,
        relationship,
        parentalResponsibility,
        livesWithChild,
      }),
    );
    const id = await this.children.recordChild({
      ...baby,
      dateOfBirth: bornOn,
      localityId: first.localityId,
      details: details ? sharedDetails(details) : {},
      carers,
      notTheSameAs: [...notTheSameAs, ...siblings],
    });
    await db().insert(Birth, {
      childId: id,
      pregnancyId: first.id,
      expectedOn: first.expectedDate!,
      bornOn,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    await this.takeHome(first.id, id, bornOn);
    return id;
  }

  /** Twins live where the pregnancy was recorded to live. */
  private async takeHome(firstId: string, childId: string, beganOn: string): Promise<void> {
    for (const { id, members } of await this.households.householdsOf(firstId))
      for (const { personId, pattern, endedOn } of members)
        if (personId === firstId && endedOn === null)
          await this.households.addMember(firstId, id, { childId, pattern, beganOn });
  }
}

/** What twins share: their home and the family's languages; never a number or a need of one of them. */
const sharedDetails = ({
  address,
  postcode,
  telephone,
  accommodation,
  gp,
  firstLanguage,
  interpreter,
}: DetailsView) => ({ address, postcode, telephone, accommodation, gp, firstLanguage, interpreter });
