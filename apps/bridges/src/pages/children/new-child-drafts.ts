import { Injectable } from '@nestjs/common';
import { KeptInputsService } from '#libs/access';
import { ChildrenService } from '#libs/casework/children';
import { FormReader } from '#libs/page-kit';
import { isId } from '#libs/platform';
import { ownerOf } from '../../http/kept-inputs.js';
import type { BridgesRequest } from '../../http/request.js';
import { nameParts } from '../shared/name-parts.js';

/** The fields of the steps so far, as typed. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;

export interface NewChildDraft {
  /** The brother or sister from whom the record was begun. */
  readonly sibling: string | null;
  readonly fields: DraftFields;
  /** The child that was recorded from it. */
  readonly recorded?: string;
}

/** What was typed so far of a new child, kept on the server for its author for a week. */
@Injectable()
export class NewChildDrafts {
  constructor(
    private readonly kept: KeptInputsService,
    private readonly children: ChildrenService,
  ) {}

  begin(request: BridgesRequest, sibling: string | null, fields: DraftFields): Promise<string> {
    return this.kept.keep(ownerOf(request), 'new child', { sibling, fields });
  }

  open(request: BridgesRequest, id: string): Promise<NewChildDraft | null> {
    return this.kept.open<NewChildDraft>(id, ownerOf(request), 'new child');
  }

  /** Keeps the fields of one step over those before. */
  async keep(request: BridgesRequest, id: string, draft: NewChildDraft, fields: DraftFields): Promise<void> {
    await this.kept.replace(id, ownerOf(request), 'new child', { ...draft, fields });
  }

  /**
   * The child recorded from this draft before, so that a second press records no second child. Two presses at once come
   * one after the other.
   */
  async recordedFrom(request: BridgesRequest, id: unknown): Promise<string | null> {
    if (!isId(id)) return null;
    return this.children.recordedFrom(id, async () => (await this.open(request, id))?.recorded);
  }

  async recorded(request: BridgesRequest, id: unknown, childId: string): Promise<void> {
    const draft = isId(id) ? await this.open(request, id) : null;
    if (draft)
      await this.kept.replace(id as string, ownerOf(request), 'new child', { ...draft, recorded: childId });
  }

  async discard(request: BridgesRequest, id: string): Promise<void> {
    await this.kept.discard(id, ownerOf(request), 'new child');
  }

  /** Unfinished drafts, each by the name typed so far. */
  async unfinished(request: BridgesRequest): Promise<{ id: string; name: string }[]> {
    const drafts = await this.kept.drafts<NewChildDraft>(ownerOf(request), 'new child');
    return drafts
      .filter(({ input }) => !input.recorded)
      .map(({ id, input }) => ({
        id,
        name:
          ['givenNames', 'familyName']
            .map((field) => input.fields[field])
            .filter((part) => typeof part === 'string' && part !== '')
            .join(' ') || 'A child without a name yet',
      }));
  }
}

const SEARCHED = ['dateOfBirth-day', 'dateOfBirth-month', 'dateOfBirth-year', 'postcode'];

/** What was searched for, in the fields of a new record. */
export function fromSearch(sought: Readonly<Record<string, unknown>>): DraftFields {
  const form = new FormReader(sought);
  const name = form.optionalText('name', { label: 'the name' });
  const typed = SEARCHED.flatMap((field) =>
    typeof form.typed[field] === 'string' && form.typed[field] ? [[field, form.typed[field]] as const] : [],
  );
  // The date that was searched for is shown only where its kind is chosen.
  const kind: DraftFields = typed.some(([field]) => field === 'dateOfBirth-year')
    ? { birthKind: 'exact' }
    : {};
  return { ...Object.fromEntries(typed), ...kind, ...(name ? nameParts(name) : {}) };
}
