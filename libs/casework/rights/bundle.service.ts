import { Injectable } from '@nestjs/common';
import { peopleNamed } from '#libs/directory';
import { conflict, isId, records } from '#libs/platform';
import { type BundlePart, type HeldRow, marked, type Named, type NamedPeople } from './bundle.marks.js';
import { type RequestSeen, RightsRequestsService } from './rights-requests.service.js';

export interface Bundle {
  readonly requestId: string;
  readonly child: RequestSeen['child'];
  readonly parts: readonly BundlePart[];
}

/** Everything held on a child, for whoever answers their request: made up anew each time, and each time recorded. */
@Injectable()
export class BundleService {
  constructor(private readonly requests: RightsRequestsService) {}

  /** 404 without the request, 409 with the reason while it gives no bundle. The database records and decides as well. */
  async bundle(requestId: string): Promise<{ bundle: Bundle; seen: RequestSeen }> {
    const seen = await this.requests.seen(requestId);
    if (seen.whyNoBundle) throw conflict(seen.whyNoBundle);
    const rows = (await records().query('select relation, title, item from access.bundle($1)', [
      requestId,
    ])) as HeldRow[];
    const people = await this.people(rows, seen);
    return { seen, bundle: { requestId, child: seen.child, parts: marked(rows, people) } };
  }

  private async people(rows: readonly HeldRow[], { child, request }: RequestSeen): Promise<NamedPeople> {
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
    const known: (readonly [string, Named])[] = [
      ...colleagues,
      ...carers,
      ...children,
      ...(await this.agencies(ids)),
    ];
    return {
      byId: new Map(known),
      others: [
        ...colleagues.flatMap(fullName),
        ...[...carers, ...children].flatMap(fullAndFirst(child.name)),
      ],
      childId: child.id,
      childName: child.name,
    };
  }

  private children(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    return records().query(
      "select id, given_names || ' ' || family_name as name from children where id = any($1::uuid[])",
      [ids],
    );
  }

  private async agencies(ids: readonly string[]): Promise<(readonly [string, Named])[]> {
    const rows = (await records().query('select id, name from agencies where id = any($1::uuid[])', [
      ids,
    ])) as {
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

/** Families call each other by first names; one that the child bears too tells nothing. */
const fullAndFirst =
  (childName: string) =>
  ([, { name, thirdParty }]: readonly [string, Named]): Other[] => {
    if (!thirdParty) return [];
    const first = name.split(' ')[0]!;
    const tells = first.length > 2 && !childName.toLowerCase().split(' ').includes(first.toLowerCase());
    return [{ name, thirdParty }, ...(tells ? [{ name: first, thirdParty }] : [])];
  };
