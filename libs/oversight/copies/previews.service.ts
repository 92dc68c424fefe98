import { Injectable } from '@nestjs/common';
import { abilitiesOn, audit, permitOn } from '#libs/access';
import { type ContactOffer, type FamilyContacts, FamilyContactsService, keyOf } from '#libs/casework/shields';
import { invalidField, now, db, ProblemError, UnitOfWork, query } from '#libs/platform';
import { CopiesService } from './copies.service.js';
import type { CopyOfRecord } from './copy.js';
import {
  compareCopies,
  markWithheld,
  type Marked,
  type RecipientAccess,
  type Withheld,
} from './preview.rules.js';
import { type Reader, ReadersService, type Recipient } from './readers.service.js';

export interface Preview {
  readonly reader: Omit<Reader, 'actor'>;
  /** The reader's own copy; null when there is no page for them. */
  readonly document: CopyOfRecord | null;
  readonly withheld: readonly Withheld[];
  /** Only for a family member: the contact details of others that the sender may include. */
  readonly contacts: FamilyContacts | null;
}

const DAY = 86_400_000;
const SCOPE = 'select tier, topic from access.consented_tiers($1) where agency_id = $2';
const EXCLUSION = `
  select access.is_excluded($2, $1) as cut, (select x.standing = 'excluded' from consent_people x join consents c on c.id = x.consent_id
    where x.episode_id = $1 and x.practitioner_id = $2 order by c.recorded_at desc, c.id desc limit 1) is true as excluded`;

/** Previewing a record as its recipient will see it: by reading as them in the database, never by a second filter. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly copies: CopiesService,
    private readonly readers: ReadersService,
    private readonly contacts: FamilyContactsService,
  ) {}

  /**
   * What the recipient will get of this episode, and what of the sender's own copy they will not, with the cause.
   * `include` are the tokens of contact details that the sender includes; 422 for a token that is no longer offered.
   */
  async preview(episodeId: string, recipient: Recipient, include: readonly string[] = []): Promise<Preview> {
    const { sender, theirs, sight, reader, contacts } = await this.comparison(episodeId, recipient, include);
    return { reader, ...compareCopies(sender, theirs, sight), contacts };
  }

  /** The same, with the withheld passages marked in place in the sender's own copy. */
  async marked(
    episodeId: string,
    recipient: Recipient,
    include: readonly string[] = [],
  ): Promise<Preview & { readonly sections: readonly { title: string; passages: Marked[] }[] }> {
    const { sender, theirs, sight, reader, contacts } = await this.comparison(episodeId, recipient, include);
    return {
      reader,
      ...compareCopies(sender, theirs, sight),
      contacts,
      sections: markWithheld(sender, theirs, sight),
    };
  }

  private async comparison(episodeId: string, recipient: Recipient, include: readonly string[]) {
    await permitOn(episodeId, 'record.read');
    await permitOn(episodeId, 'sharing.preview', 'preview what someone can see');
    const { actor, ...reader } = await this.readers.reader(episodeId, recipient);
    const sender = await this.copies.copyOf(episodeId);
    const contacts = await this.contactsFor(episodeId, reader, include);
    const putIn = (contacts?.offers ?? []).filter((one) => one.putIn);
    const impersonated = await this.unitOfWork.runReadOnlyAs(actor, () =>
      this.readAsRecipient(episodeId, putIn.map(keyOf)),
    );
    await audit('preview as', reader.kind, {
      episodeId,
      subjectId: actor.practitionerId,
      detail: {
        role: actor.role,
        reaches: impersonated.copy !== null,
        ...(putIn.length > 0 ? { putIn: putIn.map(toNote) } : {}),
      },
    });
    const sight: RecipientAccess = {
      reader: reader.kind,
      agency: reader.agency?.name ?? null,
      reaches: impersonated.copy !== null,
      basic: impersonated.basic,
      record: impersonated.record,
      contactsProtected: contacts?.isProtected ?? false,
      ...(await this.agreed(episodeId, reader.agency?.id ?? null)),
      ...(await this.exclusionOf(episodeId, actor.practitionerId)),
    };
    return { sender, theirs: impersonated.copy, sight, reader, contacts };
  }

  private async contactsFor(
    episodeId: string,
    { kind, id, name }: Omit<Reader, 'actor'>,
    include: readonly string[],
  ): Promise<FamilyContacts | null> {
    if (kind === 'carer' || kind === 'child')
      return this.contacts.contactsFor(episodeId, { kind, id, name }, include);
    if (include.length > 0)
      throw invalidField('include', 'Contact details can be included only in a copy for a family member');
    return null;
  }

  /** Runs as the reader. */
  private async readAsRecipient(episodeId: string, putIn: readonly string[]) {
    const abilities = await abilitiesOn(episodeId);
    return {
      copy: await nothingWhenUnreachable(() => this.copies.copyOf(episodeId, putIn)),
      basic: abilities.may('family.read'),
      record: abilities.may('record.read'),
    };
  }

  private async agreed(episodeId: string, agencyId: string | null) {
    const scope = (agencyId ? await db().query(SCOPE, [episodeId, agencyId]) : []) as {
      tier: number;
      topic: string;
    }[];
    const [episode] = await query<{ closedAt: Date | null }>('select closed_at from episodes where id = $1', [
      episodeId,
    ]);
    return {
      agreedTiers: new Set(scope.map(({ tier }) => tier)),
      agreedTopics: new Set(scope.map(({ topic }) => topic).filter(Boolean)),
      closedLong: episode?.closedAt ? now().getTime() - episode.closedAt.getTime() > 30 * DAY : false,
    };
  }

  private async exclusionOf(episodeId: string, personId: string) {
    const [row] = (await query<{ cut: boolean; excluded: boolean }>(EXCLUSION, [episodeId, personId])) as [
      { cut: boolean; excluded: boolean },
    ];
    return { cut: row.cut, excludedByFamily: row.cut && row.excluded };
  }
}

/** The log already has who and when; this adds whose detail went to whom, never its value. */
const toNote = ({ of, detail, livesApart }: ContactOffer) => ({
  kind: of.kind,
  id: of.id,
  detail,
  livesApart,
});

async function nothingWhenUnreachable<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}
