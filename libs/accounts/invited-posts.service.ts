import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, conflict, db, ProblemError, query } from '#libs/platform';
import { isLinkSecret, secretDigest } from './link-secrets.js';

export interface InvitedPost {
  readonly role: string;
  readonly agencyName: string;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
}
/** What an invitation offers to a person who has an account already. */
export interface InvitedPosts {
  /** As the administrator wrote the name of the person. */
  readonly name: string;
  readonly agencyName: string;
  readonly posts: readonly InvitedPost[];
  /** Why they cannot take it up with this account; null when they can. */
  readonly obstacle: string | null;
}

interface Row {
  readonly name: string;
  readonly agencyName: string;
  readonly posts: readonly { role: string; agencyName: string; beganAt: string; endedAt: string | null }[];
  readonly obstacle: keyof typeof OBSTACLES | null;
}

const OBSTACLES = {
  sender: 'You sent this invitation yourself. Another administrator has to give you a post.',
  single_sign_on:
    'You sign in with the account of one agency, which must not open the records of another. Set up a new account with this invitation, or ask your present agency’s administrator to remove single sign-on first.',
  provisioned:
    'The agency’s own system keeps the accounts of its people. Set up a new account with this invitation.',
  works_there: 'You already work for this agency. Ask its administrator to give you another post.',
} as const;

const gone = (): ProblemError =>
  new ProblemError(404, 'This invitation can no longer be used. Ask for a new one.');

/**
 * Invitations taken up by a signed-in person with the account that they have, at another agency. No one learns from Bridges that
 * they have one before they do.
 */
@Injectable()
export class InvitedPostsService {
  /** Throws 404, the same for a used, withdrawn, expired and invented link. */
  async find(secret: unknown): Promise<InvitedPosts> {
    const { obstacle, posts, ...offer } = await this.row(secret);
    return {
      ...offer,
      posts: posts.map((post) => ({
        ...post,
        beganAt: new Date(post.beganAt),
        endedAt: post.endedAt ? new Date(post.endedAt) : null,
      })),
      obstacle: obstacle && OBSTACLES[obstacle],
    };
  }

  /** The actor's from now on, or from the first day. Throws 404 as `find` does, and 409 when there is an obstacle. */
  async takeUp(secret: unknown): Promise<InvitedPosts> {
    const offer = await this.find(secret);
    if (offer.obstacle) throw conflict(offer.obstacle);
    const [{ added }] = (await db().query('select access.take_up_invitation($1) as added', [
      secretDigest(secret as string),
    ])) as [{ added: string | null }];
    if (!added) throw gone();
    await audit('take up post', 'practitioner', {
      subjectId: actor().practitionerId,
      detail: { addedAs: added },
    });
    return offer;
  }

  private async row(secret: unknown): Promise<Row> {
    const [row] = isLinkSecret(secret)
      ? await query<Row>('select name, agency_name, posts, obstacle from access.invitation_to_take_up($1)', [
          secretDigest(secret),
        ])
      : [];
    if (!row) throw gone();
    return row;
  }
}
