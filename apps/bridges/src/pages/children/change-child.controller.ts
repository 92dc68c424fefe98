import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  CarersService,
  ChildNamesService,
  ChildrenService,
  type DetailsView,
  parted,
} from '#libs/casework/children';
import { AgenciesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { type FieldError, forbidden, isHeldBack, londonDate, now } from '#libs/platform';
import { fullName } from '#libs/terms';
import { done, Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit, toFormResult } from '../../http/submit.js';
import { isFormerNameStep, isOfFormerName, readFormerName, toFormerNameView } from './former-name.form.js';
import { choicesOfCarer, readCarer } from './carer-form.js';
import { answeredIds } from './possible-duplicates.js';
import { partOf, withOtherParts } from './child-parts.js';
import { PlaceLookup, type PlacesFound } from './place-lookup.js';
import { withFormFieldNames, choicesOfForm, readDetails, readIdentity, toFormValues } from './child-form.js';

const CHANGE = 'children/change-child.njk';
const FORMER_NAME = 'children/former-name.njk';
const CARER = 'children/new-carer.njk';

/** A person of the same name who is recorded for the child already. */
interface SamePerson {
  readonly id: string;
  readonly name: string;
  readonly endedOn: string | null;
}

const isFormerNameUndecided = (current: unknown): boolean =>
  (current as { isFormerNameUndecided?: boolean } | undefined)?.isFormerNameUndecided === true;

/** Changing a child's record, and adding parents and carers. */
@Controller('children/:id')
export class ChangeChildController {
  constructor(
    private readonly children: ChildrenService,
    private readonly names: ChildNamesService,
    private readonly carers: CarersService,
    private readonly agencies: AgenciesService,
    private readonly places: PlaceLookup,
  ) {}

  @Get('change')
  @Allow('child.create')
  async showChange(@Param('id') id: string, @Query('part') part?: unknown): Promise<Page> {
    const { child, details } = await this.editable(id);
    return page(CHANGE, {
      ...(await this.form(child, details, part)),
      version: child.version,
      typed: toFormValues(child, details),
    });
  }

  @Post('change')
  @Allow('child.create')
  async change(@Param('id') id: string, @Body() sent: Record<string, unknown>): Promise<Page | Redirect> {
    const { child, details: known } = await this.editable(id);
    // Of a form with one part, the rest stays as it is.
    const body = await this.places.resolve(withOtherParts(sent, toFormValues(child, known)));
    const hidden = known?.contactProtected === true;
    const form = new FormReader(body);
    const version = form.integer('version', { label: 'the version', min: 1, max: 1_000_000 });
    const today = londonDate(now());
    const identity = readIdentity(form, hidden ? null : await this.agencies.localities(), today, child);
    const formerName = readFormerName(form, body);
    const read = readDetails(form, today);
    // Fields hidden from this reader were not on the form, so their stored values stay.
    const details = hidden ? parted(read).rest : read;
    const view = async (seen: number) => ({
      ...(await this.form(child, known, sent['part'])),
      version: seen,
      typed: form.typed,
    });
    const again = async (errors: readonly object[], seen: number): Promise<Page> =>
      pageWithErrors(CHANGE, { ...(await view(seen)), errors });
    const askFormerName = async (errors: readonly FieldError[]): Promise<Page> => {
      const telling = await this.names.namesTellingOf(id, child, identity);
      const asked = toFormerNameView(child, identity, telling, body);
      const alsoSeal = isFormerNameStep(body) ? body['alsoSeal'] : asked.listed;
      const data = { ...asked, typed: { ...form.typed, alsoSeal }, errors };
      return new Page(FORMER_NAME, data, errors.length > 0 ? 422 : 200);
    };
    if (body['back']) return page(CHANGE, await view(version || child.version));
    const places = await this.places.find(body);
    if (places) return page(CHANGE, { ...(await view(version || child.version)), places });
    if (isFormerNameStep(body) && (isHeldBack() || (!form.ok && form.errors.every(isOfFormerName))))
      return askFormerName(form.errors);
    if (!form.ok) return again(form.errors, version || child.version);
    const result = await toFormResult(() =>
      this.children.changeChild(id, version, {
        ...identity,
        formerName,
        details,
        expectedDateConfirmed: true,
      }),
    );
    if (!result.ok && isFormerNameUndecided(result.current)) return askFormerName([]);
    // After one warning about a concurrent edit, a second save is based on the current version and overwrites it.
    return result.ok
      ? done(`/children/${id}`, 'Changes saved.')
      : again(withFormFieldNames(result.errors), child.version);
  }

  @Get('carers/new')
  @Allow('child.create')
  async showCarer(@Param('id') id: string): Promise<Page> {
    const { child } = await this.editable(id);
    return page(CARER, {
      title: 'Add a parent or carer',
      child,
      carerChoices: choicesOfCarer(),
      same: [],
      typed: {},
    });
  }

  @Post('carers/new')
  @Allow('child.create')
  async addCarer(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const { child } = await this.editable(id);
    const form = new FormReader(body);
    const draft = readCarer(form);
    const again = (errors: readonly object[], same: readonly SamePerson[] = []): Page =>
      pageWithErrors(CARER, {
        title: 'Add a parent or carer',
        child,
        carerChoices: choicesOfCarer(),
        same: same.map(({ id: value, name, endedOn }) => ({
          value,
          text: `${name} is another person`,
          isPast: endedOn !== null,
        })),
        typed: form.typed,
        errors,
      });
    const result = await submit(form, () =>
      this.carers.addCarer(id, { ...draft, notTheSameAs: answeredIds(body) }),
    );
    if (result.ok) return done(`/children/${id}`, 'Parent or carer added.');
    const { possibleCarers } = (result.current ?? {}) as { possibleCarers?: SamePerson[] };
    return possibleCarers
      ? again(
          [
            {
              field: 'notTheSameAs',
              message: 'Confirm that this is another person, or do not add them again',
            },
          ],
          possibleCarers,
        )
      : again(result.errors);
  }

  private async editable(id: string) {
    const child = await this.children.find(id);
    if (!(await this.children.mayEdit(id)))
      throw forbidden('You cannot change this record. Ask the lead professional.');
    return child;
  }

  private async form(
    child: { id: string; givenNames: string; familyName: string },
    details: DetailsView | null,
    part: unknown,
  ) {
    const one = partOf(part);
    return {
      part: one?.name ?? null,
      parts: one?.parts ?? null,
      places: null as PlacesFound | null,
      contactProtected: details?.contactProtected === true,
      asksOtherName: false,
      title: one?.title ?? `Change the record of ${fullName(child)}`,
      child,
      choices: choicesOfForm(await this.agencies.localities()),
    };
  }
}
