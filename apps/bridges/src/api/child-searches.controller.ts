import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { ChildrenSearchService, OwnFamiliesService } from '#libs/casework/children';
import { ChildSearchBody, OwnFamilySearchBody } from './children.bodies.js';
import { searchJson, toChildSearch } from './child-searches.json.js';

/** The same searches with what is looked for in the body, so that no address has a name or a reason. */
@ApiTags('children')
@Controller('api/v1/children')
export class ChildSearchesApiController {
  constructor(
    private readonly searching: ChildrenSearchService,
    private readonly families: OwnFamiliesService,
  ) {}

  @ApiOperation({ summary: 'Search for a child, with the search in the body' })
  @Post('searches')
  @HttpCode(200)
  @Allow('child.search')
  async search(@Body() body: ChildSearchBody) {
    return searchJson(await this.searching.search(toChildSearch(body)), body);
  }

  @ApiOperation({ summary: 'Search by name among the families you work with' })
  @Post('own-searches')
  @HttpCode(200)
  @Allow('child.search')
  async searchOwn(@Body() { name }: OwnFamilySearchBody) {
    return searchJson(await this.families.find(name), {});
  }
}
