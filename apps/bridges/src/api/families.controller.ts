import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { CarersService, ChildCarersService, ChildrenService } from '#libs/casework/children';
import { CarerTiesService, ChildTiesService, HouseholdsService } from '#libs/casework/families';
import { Created, IfMatch } from '../http/versioned.js';
import { CarerTieBody, ChildhoodBody, ChildTieBody, ChildTieChanges, EndingBody } from './families.bodies.js';

/** The family of a child: who belongs to it, what they are to each other, and where they live. */
@ApiTags('families')
@Controller('api/v1/children/:id')
export class FamiliesApiController {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly childCarers: ChildCarersService,
    private readonly childTies: ChildTiesService,
    private readonly carerTies: CarerTiesService,
    private readonly households: HouseholdsService,
  ) {}

  @ApiOperation({ summary: 'Get the family of a child' })
  @Get('family')
  @Allow('episode.list')
  async read(@Param('id') id: string) {
    const family = await this.load(id);
    await audit('read family', 'child', { childId: id });
    return family;
  }

  @ApiOperation({ summary: 'Record how two children are related' })
  @Post('child-ties')
  @Allow('child.create')
  async recordChildTie(@Param('id') id: string, @Body() { otherChildId, ...draft }: ChildTieBody) {
    await this.children.find(id);
    await this.childTies.recordTie(id, otherChildId, draft);
    return new Created(await this.load(id), `/api/v1/children/${id}/family`);
  }

  @ApiOperation({ summary: 'Correct how two children are related' })
  @Patch('child-ties/:tieId')
  @Allow('child.create')
  async changeChildTie(
    @Param('id') id: string,
    @Param('tieId') tieId: string,
    @IfMatch() version: number,
    @Body() body: ChildTieChanges,
  ) {
    await this.childTies.changeTie(id, tieId, version, body);
    return this.load(id);
  }

  @ApiOperation({ summary: 'End how two children are related' })
  @Post('child-ties/:tieId/ending')
  @HttpCode(200)
  @Allow('child.create')
  async endChildTie(@Param('id') id: string, @Param('tieId') tieId: string, @Body() { endedOn }: EndingBody) {
    await this.childTies.endTie(id, tieId, endedOn);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Record what two adults are to each other' })
  @Post('carer-ties')
  @Allow('child.create')
  async recordCarerTie(@Param('id') id: string, @Body() { carerId, otherCarerId, ...draft }: CarerTieBody) {
    await this.children.find(id);
    await this.carerTies.recordTie(id, carerId, otherCarerId, draft);
    return new Created(await this.load(id), `/api/v1/children/${id}/family`);
  }

  @ApiOperation({ summary: 'End what two adults are to each other' })
  @Post('carer-ties/:tieId/ending')
  @HttpCode(200)
  @Allow('child.create')
  async endCarerTie(@Param('id') id: string, @Param('tieId') tieId: string, @Body() { endedOn }: EndingBody) {
    await this.carerTies.endTie(id, tieId, endedOn);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Link an adult to their own record as a child' })
  @Post('carers/:carerId/childhood')
  @Allow('child.create')
  async linkChildhood(
    @Param('id') id: string,
    @Param('carerId') carerId: string,
    @Body() { childId }: ChildhoodBody,
  ) {
    await this.children.find(id);
    await this.carerTies.linkChildhood(id, carerId, childId);
    return new Created(await this.load(id), `/api/v1/children/${id}/family`);
  }

  /** For a reader with tier T0 only, everything is null, as in the child’s own answer. */
  private async load(id: string) {
    const { child, details } = await this.children.find(id);
    const isShared = details !== null;
    const carers = isShared ? await this.carers.everyCarerOf(id) : [];
    return {
      childId: child.id,
      contactProtected: details?.contactProtected ?? false,
      carers: isShared ? carers.filter(({ endedOn }) => endedOn === null) : null,
      pastCarers: isShared ? carers.filter(({ endedOn }) => endedOn !== null) : null,
      childTies: isShared ? await this.childTies.tiesOf(id) : null,
      suggestedChildren: isShared ? await this.childTies.suggestionsFor(id) : null,
      carerTies: isShared ? await this.carerTies.tiesOf(id) : null,
      childhoods: isShared ? await this.carerTies.childhoodsOf(id) : null,
      homes: isShared ? await this.households.householdsOf(id) : null,
      changes: isShared ? await this.childCarers.changesOf(id) : null,
    };
  }
}
