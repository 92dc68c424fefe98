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
