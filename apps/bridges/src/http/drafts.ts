import { Injectable } from '@nestjs/common';
import type { NextFunction, RequestHandler, Response } from 'express';
import { ActorsService, type Draft, DraftsService } from '#libs/access';
import { isId, UnitOfWork } from '#libs/platform';
import { DRAFT_FIELD, pageAddress, showingDraft, toDraftField } from './draft-fields.js';
import { draftFormAt, isDraftPage } from './draft-forms.js';
import type { BridgesRequest, HeldUser } from './request.js';

/** The draft that a page shows, and the others that were begun on it. */
export interface ShownDraft {
  readonly id: string;
  readonly savedAt: Date;
  readonly form: string;
  readonly others: readonly { readonly name: string; readonly savedAt: Date; readonly href: string }[];
}

/** Shows a draft in its form, as a form that was sent too late is shown: nothing is carried out. */
@Injectable()
export class Drafts {
  constructor(
    private readonly actors: ActorsService,
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftsService,
  ) {}

  /** Where the page shows the last draft that was begun on it; null if there is none, or the page is asked for without. */
  async on({ originalUrl }: BridgesRequest): Promise<string | null> {
    if (!isDraftPage(originalUrl) || draftIn(originalUrl) !== null) return null;
    const page = pageAddress(originalUrl);
    const [last] = await this.drafts.onPage(page);
    return last ? showingDraft(page, last.id) : null;
  }

  /** Turns the request for a draft into a request of its form, to be shown and not carried out. */
  readonly show: RequestHandler = (request, response, next) => {
    const id = draftIn(request.originalUrl);
    if (request.method !== 'GET' || !isId(id) || !request.user) return next();
    this.turn(request as BridgesRequest, id, response, next).catch(next);
  };

  private async turn(
    request: BridgesRequest,
    id: string,
    response: Response,
    next: NextFunction,
  ): Promise<void> {
    const { accountId, postId } = request.user as HeldUser;
    const actor = await this.actors.inPost(postId, accountId, new Date(request.session.startedAt ?? 0));
    if (!actor) return next();
    const found = await this.unitOfWork.run(actor, async () => {
      const draft = await this.drafts.open(id);
      return draft && { draft, others: await this.othersBeside(draft) };
    });
    if (!found) return response.redirect(303, pageAddress(request.originalUrl));
    const { form, page, fields } = found.draft;
    Object.assign(request, {
      ...{ method: 'POST', url: form, originalUrl: form, isShownAgain: true },
      body: { ...fields, [DRAFT_FIELD]: toDraftField(found.draft) },
      shownAgainFrom: page,
      draft: { id, form, savedAt: found.draft.savedAt, others: found.others } satisfies ShownDraft,
    });
    next();
  }

  private async othersBeside({ id, page }: Draft): Promise<ShownDraft['others']> {
    return (await this.drafts.onPage(page))
      .filter((other) => other.id !== id)
      .map((other) => ({
        name: draftFormAt(other.form)?.name ?? 'Form',
        savedAt: other.savedAt,
        href: showingDraft(page, other.id),
      }));
  }
}

const draftIn = (address: string): string | null =>
  /[?&]draft=([\w-]{1,36})(?:&|$)/.exec(address)?.[1] ?? null;
