import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import {
  BundleService,
  keepsRegister,
  RequestAnswersService,
  RightsRequestsService,
} from '#libs/casework/rights';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import { paged } from './paging.js';
import {
  BundleQuery,
  ExtensionBody,
  PauseBody,
  ReleaseBody,
  ResumeBody,
  RightsDecisionBody,
  RightsRequestBody,
  RightsRequestProgressBody,
  RightsRequestQuery,
} from './rights-requests.bodies.js';
import {
  rightsRequestPassedOnJson,
  rightsRequestJson,
  rightsRequestListedJson,
} from './rights-requests.json.js';

@ApiTags('rights')
@Controller('api/v1/rights-requests')
export class RightsRequestsApiController {
  constructor(
    private readonly requests: RightsRequestsService,
    private readonly answers: RequestAnswersService,
    private readonly bundles: BundleService,
  ) {}

  /** The register, for the people who answer requests; for everyone else, the requests that they passed on. */
  @ApiOperation({ summary: 'List rights requests' })
  @Get()
  @Allow('rights.register')
  async list(@Query() { state = 'open', ...query }: RightsRequestQuery) {
    if (!keepsRegister())
      return { items: (await this.requests.mine()).map(rightsRequestPassedOnJson), next: null };
    const { items, next } = await paged(query, (limit, after) => this.requests.list(state, limit, after));
    return { items: items.map(rightsRequestListedJson), next };
  }

  @ApiOperation({ summary: 'Register a rights request' })
  @Post()
  @Allow('rights.register')
  async register(@Body() { episodeId, ...draft }: RightsRequestBody) {
    const id = await this.requests.register(episodeId, draft);
    return new Created(await this.load(id), `/api/v1/rights-requests/${id}`);
  }

  @ApiOperation({ summary: 'Get a rights request' })
  @Get(':id')
  @Allow('rights.register')
  async read(@Param('id') id: string) {
    if (!keepsRegister()) return rightsRequestPassedOnJson(await this.requests.mineOf(id));
    const seen = await this.requests.open(id);
    return new Versioned(rightsRequestJson(seen), seen.request.version);
  }

  @ApiOperation({ summary: 'Record progress on a rights request' })
  @Patch(':id')
  @Allow('rights.manage')
  async change(@Param('id') id: string, @IfMatch() version: number, @Body() body: RightsRequestProgressBody) {
    await this.answers.change(id, version, body);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Extend the time to answer a rights request' })
  @Post(':id/extension')
  @HttpCode(200)
  @Allow('rights.manage')
  async extend(@Param('id') id: string, @IfMatch() version: number, @Body() body: ExtensionBody) {
    await this.answers.extend(id, version, body);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Pause the clock of a rights request' })
  @Post(':id/pauses')
  @Allow('rights.manage')
  async pause(@Param('id') id: string, @Body() { fromOn, reason }: PauseBody) {
    await this.answers.pause(id, fromOn, reason);
    return new Created(await this.load(id), `/api/v1/rights-requests/${id}`);
  }

  @ApiOperation({ summary: 'Resume the clock of a rights request' })
  @Post(':id/resumption')
  @HttpCode(200)
  @Allow('rights.manage')
  async resume(@Param('id') id: string, @Body() { toOn }: ResumeBody) {
    await this.answers.resume(id, toOn);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Decide a rights request' })
  @Post(':id/decision')
  @HttpCode(200)
  @Allow('rights.manage')
  async decide(@Param('id') id: string, @IfMatch() version: number, @Body() body: RightsDecisionBody) {
    await this.answers.decide(id, version, body);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Record that the answer was released' })
  @Post(':id/release')
  @HttpCode(200)
  @Allow('rights.manage')
  async release(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { releasedOn, how }: ReleaseBody,
  ) {
    await this.answers.release(id, version, releasedOn, how);
    return this.load(id);
  }

  /**
   * Everything held on the child, with information about others marked. Each read builds the bundle anew and is
   * recorded. Contact details of other family members are left out, except those in `include`. With `carerId`, a parent or
   * carer gets their own, and those of the child if they live together.
   */
  @ApiOperation({ summary: 'Get everything held on a child' })
  @Get(':id/bundle')
  @ApiOkResponse()
  @ApiConflictResponse()
  @Allow('rights.manage')
  @ConfirmedRecently()
  async bundle(@Param('id') id: string, @Query() { carerId, include }: BundleQuery) {
    const included = (include ?? '').split(',').filter(Boolean);
    return (await this.bundles.bundle(id, { carerId, include: included })).bundle;
  }

  private async load(id: string) {
    if (!keepsRegister()) return rightsRequestPassedOnJson(await this.requests.mineOf(id));
    const seen = await this.requests.seen(id);
    return new Versioned(rightsRequestJson(seen), seen.request.version);
  }
}
