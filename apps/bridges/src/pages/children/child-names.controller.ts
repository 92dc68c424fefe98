import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ChildNamesService, ChildrenService } from '#libs/casework/children';
import { FormReader } from '#libs/page-kit';
import { forbidden, londonDate, now, unreachable } from '#libs/platform';
import { checkPersonName, CHILD_NAME_KINDS, fullName, keysOf, optionsOf } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { checkedLine } from '../shared/checked-line.js';
import { readSealing, sealingChoices } from './sealing-form.js';

const NEW = 'children/new-name.njk';
const SEAL = 'children/seal-name.njk';

/** Further names of a child, and sealing one of them. */
@Controller('children/:id/other-names')
export class ChildNamesController {
  constructor(
    private readonly children: ChildrenService,
    private readonly names: ChildNamesService,
  ) {}

  @Get('new')
  @Allow('child.create')
  async showNew(@Param('id') id: string): Promise<Page> {
    return page(NEW, { ...(await this.newForm(id)), typed: {} });
  }

  @Post('new')
  @Allow('child.create')
  async add(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.newForm(id);
    const form = new FormReader(body);
    const latest = londonDate(now());
    const draft = {
      kind: form.choice('kind', keysOf(CHILD_NAME_KINDS), { label: 'what kind of name this is' }),
      givenNames: checkedLine(form, 'givenNames', 'the given names', checkPersonName, 100) ?? '',
      familyName: checkedLine(form, 'familyName', 'the family name', checkPersonName, 100) ?? '',
      validFrom: form.optionalDate('validFrom', { label: 'the date from which it was used', latest }),
      validUntil: form.optionalDate('validUntil', { label: 'the date until which it was used', latest }),
    };
    const result = await submit(form, () => this.names.addName(id, draft));
    return result.ok
      ? done(`/children/${id}`, 'Name added.')
      : pageWithErrors(NEW, { ...view, typed: form.typed, errors: result.errors });
  }

  @Get(':nameId/seal')
  @Allow('child.create')
  async showSeal(@Param('id') id: string, @Param('nameId') nameId: string): Promise<Page> {
    const view = await this.sealForm(id, nameId);
    return page(SEAL, { ...view, typed: { alsoSeal: view.listed } });
  }

  @Post(':nameId/seal')
  @Allow('child.create')
  async seal(
    @Param('id') id: string,
    @Param('nameId') nameId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const view = await this.sealForm(id, nameId);
    const form = new FormReader(body);
    const sealing = readSealing(form, body, 'why this name must not be found');
    const result = await submit(form, () => this.names.sealName(id, nameId, sealing));
    return result.ok
      ? done(`/children/${id}`, 'Name sealed. It is no longer found or shown.')
      : pageWithErrors(SEAL, { ...view, typed: form.typed, errors: result.errors });
  }

  private async newForm(id: string) {
    const child = await this.editable(id);
    return { title: `Add another name for ${fullName(child)}`, child, kinds: optionsOf(CHILD_NAME_KINDS) };
  }

  private async sealForm(id: string, nameId: string) {
    const child = await this.editable(id);
    const name = (await this.names.namesOf(id)).find((one) => one.id === nameId);
    if (!name) throw unreachable();
    const telling = await this.names.namesTellingOf(id, name, child);
    return { title: 'Seal a name', child, name: fullName(name), ...sealingChoices(telling) };
  }

  private async editable(id: string) {
    const { child } = await this.children.find(id);
    if (!(await this.children.mayEdit(id)))
      throw forbidden('You cannot change this record. Ask the lead professional.');
    return child;
  }
}
