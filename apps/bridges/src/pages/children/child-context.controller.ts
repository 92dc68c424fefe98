import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { type ChildContext, ChildContextService, ChildrenService } from '#libs/casework/children';
import { FormReader } from '#libs/page-kit';
import { forbidden } from '#libs/platform';
import { IMMIGRATION_STATUSES, optionsOf, SCHOOL_ATTENDANCES, YEAR_GROUPS } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { readImmigrationStatus, readReference, readSchool, schoolValues } from './child-context.form.js';

const SCHOOL = 'children/school.njk';
const REFERENCE = 'children/reference.njk';
const IMMIGRATION = 'children/immigration-status.njk';

/** Schools, numbers in other systems and immigration status of a child. */
@Controller('children/:id')
export class ChildContextController {
  constructor(
    private readonly children: ChildrenService,
    private readonly context: ChildContextService,
  ) {}

  @Get('schools/new')
  @Allow('child.create')
  async newSchool(@Param('id') id: string): Promise<Page> {
    return page(SCHOOL, await this.schoolForm(id, null, { attendance: 'on_roll' }));
  }

  @Post('schools/new')
  @Allow('child.create')
  async addSchool(@Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const draft = readSchool(form);
    const view = await this.schoolForm(id, null, form.typed);
    const result = await submit(form, () => this.context.addSchool(id, draft));
    return result.ok
      ? done(`/children/${id}`, 'School or setting added.')
      : pageWithErrors(SCHOOL, { ...view, errors: result.errors });
  }

  @Get('schools/:schoolId')
  @Allow('child.create')
  async showSchool(@Param('id') id: string, @Param('schoolId') schoolId: string): Promise<Page> {
    const school = await this.school(id, schoolId);
    return page(SCHOOL, await this.schoolForm(id, schoolId, schoolValues(school)));
  }

  @Post('schools/:schoolId')
  @Allow('child.create')
  async changeSchool(
    @Param('id') id: string,
    @Param('schoolId') schoolId: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    await this.school(id, schoolId);
    const form = new FormReader(body);
    const draft = readSchool(form);
    const view = await this.schoolForm(id, schoolId, form.typed);
    const result = await submit(form, () => this.context.changeSchool(id, schoolId, draft));
    return result.ok
      ? done(`/children/${id}`, 'School or setting changed.')
      : pageWithErrors(SCHOOL, { ...view, errors: result.errors });
  }

  @Get('references/new')
  @Allow('child.create')
  async newReference(@Param('id') id: string): Promise<Page> {
    return page(REFERENCE, { ...(await this.form(id)), typed: {} });
  }

  @Post('references/new')
  @Allow('child.create')
  async addReference(@Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const draft = readReference(form);
    const view = { ...(await this.form(id)), typed: form.typed };
    const result = await submit(form, () => this.context.addReference(id, draft));
    return result.ok
      ? done(`/children/${id}`, 'Number added.')
      : pageWithErrors(REFERENCE, { ...view, errors: result.errors });
  }

  @Post('references/:referenceId/end')
  @Allow('child.create')
  async endReference(@Param('id') id: string, @Param('referenceId') referenceId: string): Promise<Redirect> {
    await this.context.endReference(id, referenceId);
    return done(`/children/${id}`, 'Number removed.');
  }

  @Get('immigration-statuses/new')
  @Allow('child.create')
  async newImmigrationStatus(@Param('id') id: string): Promise<Page> {
    return page(IMMIGRATION, { ...(await this.form(id)), typed: {} });
  }

  @Post('immigration-statuses/new')
  @Allow('child.create')
  async recordImmigrationStatus(@Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const draft = readImmigrationStatus(form);
    const view = { ...(await this.form(id)), typed: form.typed };
    const result = await submit(form, () => this.context.recordImmigrationStatus(id, draft));
    return result.ok
      ? done(`/children/${id}`, 'Immigration status recorded.')
      : pageWithErrors(IMMIGRATION, { ...view, errors: result.errors });
  }

  private async school(id: string, schoolId: string): Promise<ChildContext['schools'][number]> {
    await this.form(id);
    return this.context.school(id, schoolId);
  }

  private async schoolForm(id: string, schoolId: string | null, typed: Readonly<Record<string, unknown>>) {
    return {
      ...(await this.form(id)),
      title: schoolId ? 'Change or end a school or setting' : 'Add a school or setting',
      action: `/children/${id}/schools/${schoolId ?? 'new'}`,
      button: schoolId ? 'Save' : 'Add',
      typed,
    };
  }

  private async form(id: string) {
    const { child } = await this.children.find(id);
    if (!(await this.children.mayEdit(id)))
      throw forbidden('You cannot change this record. Ask the lead professional.');
    return {
      child: { id: child.id, name: `${child.givenNames} ${child.familyName}` },
      attendances: optionsOf(SCHOOL_ATTENDANCES),
      yearGroups: [{ value: '', text: 'Not known' }, ...optionsOf(YEAR_GROUPS)],
      statuses: [{ value: '', text: 'Choose' }, ...optionsOf(IMMIGRATION_STATUSES)],
    };
  }
}
