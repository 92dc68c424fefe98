/** The signed-in person: a practitioner acting in one of their posts. */
export interface Actor {
  readonly practitionerId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly postId: string;
  readonly role: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly teamId: string | null;
  readonly localityId: string | null;
  readonly localityName: string | null;
  readonly posts: number;
}

/** A system of an agency, known by its service token. It is no practitioner and reaches no record. */
export interface Service {
  readonly tokenId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly name: string;
  readonly scope: string;
}

export const isService = (who: Actor | Service): who is Service => 'tokenId' in who;
