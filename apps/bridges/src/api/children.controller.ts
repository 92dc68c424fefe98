import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import {
  CarersService,
  ChildNamesService,
  ChildrenSearchService,
  ChildrenService,
} from '#libs/casework/children';
import { MergesService } from '#libs/casework/duplicates';
import { EpisodeListService } from '#libs/casework/episodes';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import { searchJson, toChildSearch } from './child-searches.json.js';
import { childJson } from './children.json.js';
import {
  CarerBody,
  ChildBody,
  ChildChanges,
  ChildNameBody,
  ChildQuery,
  RecordQuery,
  RelativeBody,
  SealBody,
} from './children.bodies.js';

@ApiTags('children')
@Controller('api/v1/children')
export class ChildrenApiController {
  constructor(
    private readonly children: ChildrenService,
    private readonly searching: ChildrenSearchService,
    private readonly carers: CarersService,
    private readonly names: ChildNamesService,
    private readonly lists: EpisodeListService,
    private readonly merges: MergesService,
  ) {}

  @ApiOperation({ summary: 'Search for a child' })
  @Get()
  @Allow('child.search')
  async search(@Query() query: ChildQuery) {
    return searchJson(await this.searching.search(toChildSearch(query)), query);
  }

  @ApiOperation({ summary: 'Record a child' })
  @Post()
  @Allow('child.create')
  async record(@Body() body: ChildBody) {
    const id = await this.children.recordChild(body as never);
    return new Created(await this.load(id), `/api/v1/children/${id}`);
  }

  /** A record that is kept under another of the same child answers with the kept one, to readers of both. */
  @ApiOperation({ summary: 'Get a child' })
  @Get(':id')
  @Allow('episode.list')
  async read(@Param('id') id: string, @Query() { alone }: RecordQuery) {
    const kept = alone === 'yes' ? null : await this.merges.keptRecordOf(id);
    const child = await this.load(kept ?? id);
    await audit('read child', 'child', { childId: kept ?? id });
    return child;
  }

  @ApiOperation({ summary: 'Change a child’s record' })
  @Patch(':id')
  @Allow('child.create')
  async change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChildChanges) {
    await this.children.changeChild(id, version, body as never);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Add a carer to a child' })
  @Post(':id/carers')
  @Allow('child.create')
  async addCarer(@Param('id') id: string, @Body() body: CarerBody) {
    await this.children.find(id);
    await this.carers.addCarer(id, body as never);
    return new Created(await this.load(id), `/api/v1/children/${id}`);
  }

  @ApiOperation({ summary: 'Add a further name to a child' })
  @Post(':id/other-names')
  @Allow('child.create')
  async addName(@Param('id') id: string, @Body() body: ChildNameBody) {
    await this.children.find(id);
    await this.names.addName(id, body as never);
    return new Created(await this.load(id), `/api/v1/children/${id}`);
  }

  @ApiOperation({ summary: 'Seal a further name: it is no longer found or shown' })
  @Post(':id/other-names/:nameId/seal')
  @Allow('child.create')
  async sealName(@Param('id') id: string, @Param('nameId') nameId: string, @Body() body: SealBody) {
    await this.children.find(id);
    await this.names.sealName(id, nameId, body as never);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Declare that a child is a relative of mine' })
  @Post(':id/relatives')
  @Allow('relative.declare')
  async declareRelative(@Param('id') id: string, @Body() { relationship }: RelativeBody) {
    await this.children.declareRelative(id, relationship);
    return { declared: true };
  }

  private async load(id: string) {
    const { child, details } = await this.children.find(id);
    const carers = details ? await this.carers.carersOf(id) : [];
    const siblings = details ? await this.children.siblingsOf(id) : [];
    const episodes = (await this.lists.ofChild(id)).map(({ id: episodeId, open }) => ({
      id: episodeId,
      open,
    }));
    return new Versioned(
      childJson(
        child,
        await this.names.namesOf(id),
        details,
        carers,
        siblings,
        episodes,
        await this.merges.otherRecordsOf(id),
      ),
      child.version,
    );
  }
}
