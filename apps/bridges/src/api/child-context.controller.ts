import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { ChildContextService, ChildrenService, type SchoolDraft } from '#libs/casework/children';
import { Created } from '../http/versioned.js';
import { ImmigrationStatusBody, ReferenceBody, SchoolBody, SchoolChanges } from './children.bodies.js';

/** What a child has several of over the years. */
@ApiTags('children')
@Controller('api/v1/children/:id')
export class ChildContextApiController {
  constructor(
    private readonly children: ChildrenService,
    private readonly context: ChildContextService,
  ) {}

  /** Schools and numbers are empty where contact details are protected; immigration status is for those with the topic. */
  @ApiOperation({ summary: 'Get a child’s schools, numbers in other systems and immigration status' })
  @Get('context')
  @Allow('episode.list')
  async read(@Param('id') id: string) {
    const context = await this.load(id);
    await audit('read child', 'child', { childId: id });
    return context;
  }

  @ApiOperation({ summary: 'Record a school or setting of a child' })
  @Post('schools')
  @Allow('child.create')
  async addSchool(@Param('id') id: string, @Body() body: SchoolBody) {
    await this.context.addSchool(id, { ...body } as SchoolDraft);
    return new Created(await this.load(id), `/api/v1/children/${id}/context`);
  }

  @ApiOperation({ summary: 'Change or end a school or setting of a child' })
  @Patch('schools/:schoolId')
  @Allow('child.create')
  async changeSchool(
    @Param('id') id: string,
    @Param('schoolId') schoolId: string,
    @Body() body: SchoolChanges,
  ) {
    await this.context.changeSchool(id, schoolId, { ...body } as Partial<SchoolDraft>);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Record a child’s number in another system' })
  @Post('references')
  @Allow('child.create')
  async addReference(@Param('id') id: string, @Body() body: ReferenceBody) {
    await this.context.addReference(id, { ...body });
    return new Created(await this.load(id), `/api/v1/children/${id}/context`);
  }

  @ApiOperation({ summary: 'Remove a child’s number in another system' })
  @Post('references/:referenceId/end')
  @HttpCode(200)
  @Allow('child.create')
  async endReference(@Param('id') id: string, @Param('referenceId') referenceId: string) {
    await this.context.endReference(id, referenceId);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Record a child’s immigration status' })
  @Post('immigration-statuses')
  @Allow('child.create')
  async recordImmigrationStatus(@Param('id') id: string, @Body() body: ImmigrationStatusBody) {
    await this.context.recordImmigrationStatus(id, { ...body });
    return new Created(await this.load(id), `/api/v1/children/${id}/context`);
  }

  private async load(id: string) {
    await this.children.find(id);
    const { schools, references, immigration } = await this.context.contextOf(id);
    return {
      schools: schools.map(({ childId: _child, recordedBy: _by, ...school }) => school),
      references: references.map(({ childId: _child, recordedBy: _by, endedAt: _ended, ...one }) => one),
      immigration,
    };
  }
}
