import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import {
  type FamilyContacts,
  FamilyContactsService,
  type FamilyMember,
  keeps,
  keyOf,
} from '#libs/casework/shields';
import { peopleNamed } from '#libs/directory';
import { comparedWords, conflict, db, isId } from '#libs/platform';
import { carersIn, contactValuesIn, requesterOf, tiesIn, withoutContacts } from './bundle.contacts.js';
import {
  type BundlePart,
  type BundleRow,
  markThirdParties,
  type Named,
  type NamedPeople,
} from './bundle.marks.js';
import { type RequestView, RightsRequestsService } from './rights-requests.service.js';

export interface Bundle {
  readonly requestId: string;
  readonly child: RequestView['child'];
  /** The parents and carers that the request may be from; none when the child asks. */
  readonly carers: readonly { readonly id: string; readonly name: string }[];
  /** The one whom the answerer named; null while it is unknown which of them asks. */
  readonly carerId: string | null;
  readonly parts: readonly BundlePart[];
  /** Contact details of other family members: left out unless the answerer includes them. */
  readonly contacts: FamilyContacts;
}

/** What the answerer chose for this bundle: which parent or carer it is for, and the contact details to include. */
export interface BundleChoices {
  readonly carerId?: string | undefined;
  readonly include?: readonly string[];
}

/** Everything held on a child, for the person who answers their request: rebuilt, and logged, every time. */
@Injectable()
export class BundleService {
  constructor(
    private readonly requests: RightsRequestsService,
    private readonly contacts: FamilyContactsService,
  ) {}

  /**
   * 404 without the request, 409 with the reason while it gives no bundle. The database logs and checks as well.
   * 422 for a carer who is not the child's, and for the token of a contact detail that is no longer offered.
   */
  async bundle(
    requestId: string,
    choices: BundleChoices = {},
  ): Promise<{ bundle: Bundle; seen: RequestView }> {
    const request = await this.requests.seen(requestId);
    if (request.whyNoBundle) throw conflict(request.whyNoBundle);
    const bundleRows = (await db().query('select relation, title, item from access.bundle($1)', [
      requestId,
    ])) as BundleRow[];
    const { rows, ...requester } = await this.forRequester(bundleRows, request, choices);
    const people = await this.people(rows, request);
    return {
      seen: request,
      bundle: { requestId, child: request.child, ...requester, parts: markThirdParties(rows, people) },
    };
  }

  /**
   * The bundle without other people's contact details, except the included ones; the log records who included them and
   * for which carer. Where contact details are protected, a carer gets no more than an unknown requester: none.
   */
  private async forRequester(
    bundleRows: readonly BundleRow[],
    { request, child }: RequestView,
    { carerId: asked, include = [] }: BundleChoices,
  ): Promise<Pick<Bundle, 'carers' | 'carerId' | 'contacts'> & { rows: BundleRow[] }> {
    const subject: FamilyMember = { kind: 'child', id: child.id, name: child.name };
    const carerId = asked ?? null;
    const carers = carersIn(bundleRows);
    const requester = requesterOf(request, child, carers, carerId);
    const ties = tiesIn(bundleRows);
    const details = contactValuesIn(bundleRows, subject);
    const contacts = await this.contacts.chosen(request.episodeId, requester, details, ties, include);
    const putIn = contacts.offers.filter((one) => one.putIn);
    if (putIn.length > 0 || carerId !== null)
      await audit('put contact details into bundle', 'rights request', {
        episodeId: request.episodeId,
        childId: child.id,
        subjectId: request.id,
        detail: {
          ...(carerId === null ? {} : { for: carerId }),
          putIn: putIn.map(({ of, detail, livesApart }) => ({
            kind: of.kind,
            id: of.id,
            detail,
            livesApart,
          })),
        },
      });
    const recipient =
      contacts.isProtected && carerId !== null ? requesterOf(request, child, carers, null) : requester;
    return {
      rows: withoutContacts(bundleRows, subject, keeps(recipient, ties, putIn.map(keyOf))),
      carers: requester.kind === 'child' ? [] : carers.map(({ id, name }) => ({ id, name })),
      carerId,
      // The answerer decides by owner and kind of detail; the value itself appears only once it is included.
      contacts: { ...contacts, offers: contacts.offers.map((one) => ({ ...one, text: null })) },
    };
  }

  private async people(rows: readonly BundleRow[], { child, request }: RequestView): Promise<NamedPeople> {
    const ids = [...new Set(rows.flatMap(({ item }) => Object.values(item)).filter(isId))];
    const colleagues = [...(await peopleNamed(ids, request.episodeId)).values()].map(
      ({ id, name, jobTitle, agency }) =>
        [id, { name, thirdParty: `${name}, ${jobTitle}, ${agency.name}` }] as const,
    );
    const carers = rows
      .filter(({ relation }) => relation === 'public.carers')
      .map(({ item }) => namedAs(item, 'parent or carer'));
    const children = (await this.children(ids)).map((one) =>
      one.id === child.id
        ? ([one.id, { name: one.name, thirdParty: null }] as const)
        : namedAs(one, 'another child'),
    );
    const named: (readonly [string, Named])[] = [
      ...colleagues,
      ...carers,
      ...children,
      ...(await this.agencies(ids)),
    ];
    return {
      byId: new Map(named),
      others: [
        ...colleagues.flatMap(fullName),
        ...[...carers, ...children].flatMap(fullAndFirst(child.name)),
      ],
      childId: child.id,
      childName: child.name,
    };
  }

  private children(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    return db().query(
      "select id, btrim(given_names || ' ' || family_name) as name from children where id = any($1::uuid[])",
      [ids],
    );
  }

  private async agencies(ids: readonly string[]): Promise<(readonly [string, Named])[]> {
    const rows = (await db().query('select id, name from agencies where id = any($1::uuid[])', [ids])) as {
      id: string;
      name: string;
    }[];
    return rows.map(({ id, name }) => [id, { name, thirdParty: null }] as const);
  }
}

function namedAs(item: object, what: string): readonly [string, Named] {
  const { id, name } = item as { id: string; name: string };
  return [id, { name, thirdParty: `${name}, ${what}` }];
}

type Other = NamedPeople['others'][number];
const fullName = ([, { name, thirdParty }]: readonly [string, Named]): Other[] =>
  thirdParty ? [{ name, thirdParty }] : [];

/** Families use first names; one that the child shares reveals nothing. */
const fullAndFirst =
  (childName: string) =>
  ([, { name, thirdParty }]: readonly [string, Named]): Other[] => {
    if (!thirdParty) return [];
    const first = name.split(' ')[0]!;
    const isOwn = comparedWords(first).every((word) => comparedWords(childName).includes(word));
    const identifies = (first.length > 2 || !/\p{Script=Latin}/u.test(first)) && !isOwn;
    return [{ name, thirdParty }, ...(identifies ? [{ name: first, thirdParty }] : [])];
  };
