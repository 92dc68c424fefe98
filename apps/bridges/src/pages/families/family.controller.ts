import { Controller, Get, Param } from '@nestjs/common';
import { Allow, audit, mayEver } from '#libs/access';
import { CarersService, ChildCarersService, ChildrenService } from '#libs/casework/children';
import { CarerTiesService, ChildTiesService, HouseholdsService } from '#libs/casework/families';
import { actor } from '#libs/platform';
import { fullName } from '#libs/terms';
import { type Page, page } from '../../http/page.js';
import {
  toCarerCard,
  toCarerTieRow,
  toChangeRow,
  toChildhoodRow,
  toChildTieRow,
  toEmergencyContacts,
  toHomeCard,
  toPastCarer,
  warningsOf,
} from './family.page.js';

/** The family of a child: people, ties, homes, who decides, whom to ring, and what to be careful of. */
@Controller('children/:id/family')
export class FamilyController {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly childCarers: ChildCarersService,
    private readonly childTies: ChildTiesService,
    private readonly carerTies: CarerTiesService,
    private readonly households: HouseholdsService,
  ) {}

  @Get()
  @Allow('episode.list')
  async show(@Param('id') id: string): Promise<Page> {
    const { child, details } = await this.children.find(id);
    const isShared = details !== null;
    const everyone = isShared ? await this.carers.everyCarerOf(id) : [];
    const carers = everyone.filter(({ endedOn }) => endedOn === null);
    const past = everyone.filter(({ endedOn }) => endedOn !== null);
    const changes = isShared ? await this.childCarers.changesOf(id) : [];
    const childhoods = isShared ? await this.carerTies.childhoodsOf(id) : [];
    const linked = new Set(childhoods.map(({ carerId }) => carerId));
    await audit('read family', 'child', { childId: id });
    return page('families/family.njk', {
      title: `Family of ${fullName(child)}`,
      child,
      isShared,
      contactProtected: details?.contactProtected === true,
      mayEdit: isShared && mayEver(actor().role, 'child.create') && (await this.children.mayEdit(id)),
      warnings: warningsOf(carers),
      deciders: carers.filter((one) => one.parentalResponsibility === 'yes').map(({ name }) => name),
      emergency: toEmergencyContacts(carers),
      carers: carers.map((one) => ({ ...toCarerCard(one), mayHaveChildhood: !linked.has(one.id) })),
      past: past.map(toPastCarer),
      childTies: (isShared ? await this.childTies.tiesOf(id) : []).map(toChildTieRow),
      suggested: (isShared ? await this.childTies.suggestionsFor(id) : [])
        .filter(({ sharesCarer }) => sharesCarer)
        .map((one) => ({ id: one.id, name: fullName(one) })),
      carerTies: (isShared ? await this.carerTies.tiesOf(id) : []).map(toCarerTieRow),
      childhoods: childhoods.map((one) => toChildhoodRow(one, everyone)),
      homes: (isShared ? await this.households.householdsOf(id) : []).map(toHomeCard),
      changes: {
        caption: 'What was changed',
        head: ['When', 'What', 'Before', 'After', 'By, and why'],
        rows: changes.map(toChangeRow),
      },
    });
  }
}
