import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { BirthsService } from '#libs/casework/births';
import type { PossibleDuplicate } from '#libs/casework/children';
import { born } from '#libs/page-kit';
import { londonDate, now } from '#libs/platform';
import { fullName, optionsOf, SEXES } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { answeredIds, BABIES, readBirth } from './birth.form.js';

const VIEW = 'births/record-birth.njk';

/** An expected baby becomes a child. */
@Controller('children/:id/birth')
export class BirthsController {
  constructor(private readonly births: BirthsService) {}

  @Get()
  @Allow('child.create')
  async show(@Param('id') id: string): Promise<Page> {
    const view = await this.load(id);
    const { givenNames, familyName, sex } = view.child;
    const families = Object.fromEntries(BABIES.map((index) => [`familyName-${index}`, familyName]));
    return page(VIEW, {
      ...view,
      typed: { ...families, 'givenNames-0': givenNames, 'sex-0': sex === 'U' ? '' : sex },
    });
  }

  @Post()
  @Allow('child.create')
  async record(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.load(id);
    const { form, answer } = readBirth(body, londonDate(now()));
    const result = await submit(answer, (values) => this.births.recordBirth(id, values));
    if (result.ok)
      return done(
        `/children/${id}`,
        result.value.length > 1
          ? 'Births recorded. Each child has a record of their own, in the same episode.'
          : 'Birth recorded.',
      );
    const { possibleDuplicates } = (result.current ?? {}) as { possibleDuplicates?: PossibleDuplicate[] };
    return pageWithErrors(VIEW, {
      ...view,
      possibles: (possibleDuplicates ?? []).map((child) => ({
        value: child.id,
        text: `${[fullName(child), born(child)].filter(Boolean).join(', ')}. ${child.explanation}.`,
      })),
      // Of twins each is asked about in turn: what was said of the one before is kept.
      answered: answeredIds(body),
      errors: possibleDuplicates
        ? [{ field: 'notTheSameAs', message: 'Select each child listed who is not the same child' }]
        : result.errors.map((error) => ({ ...error, field: toFormField(error.field) })),
      typed: form.typed,
    });
  }

  private async load(id: string) {
    const { child } = await this.births.expected(id);
    return {
      title: 'Record the birth',
      child,
      babies: BABIES,
      sexes: optionsOf(SEXES),
      possibles: [] as { value: string; text: string }[],
      answered: [] as string[],
    };
  }
}

/** The service's name of a field of the first baby. */
const toFormField = (field: string): string =>
  field === 'givenNames' || field === 'familyName' || field === 'sex' ? `${field}-0` : field;
