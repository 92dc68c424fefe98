import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, mayEver } from '#libs/access';
import { ColleaguesService, DeparturesService, PeopleService } from '#libs/directory';
import { actor, unreachable } from '#libs/platform';
import { PRACTITIONER_ROLES } from '#libs/terms';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import {
  NullableId,
  NullableIsoDate,
  NullableShortText,
  OneOf,
  OptionalId,
  OptionalShortText,
  OptionalTrue,
  QueryOneOf,
  QueryText,
  ShortText,
} from './fields.js';
import { ListQuery, paged } from './paging.js';

class PractitionerQuery extends ListQuery {
  @OptionalId() agencyId?: string;
  @OptionalId() teamId?: string;
  @QueryText() name?: string;
  @QueryOneOf(PRACTITIONER_ROLES) role?: string;
}
class PractitionerBody {
  @ShortText() name: string;
  @ShortText() jobTitle: string;
  @NullableShortText(30) telephone?: string | null;
  @NullableShortText() email?: string | null;
  @OneOf(PRACTITIONER_ROLES) role: string;
  @NullableId() teamId?: string | null;
  @NullableId() localityId?: string | null;
  /** The first day of their post; today when left out. */
  @NullableIsoDate() beginsOn?: string | null;
  @NullableIsoDate() lastDayOn?: string | null;
  /** A person of the agency with this email address, or this name and telephone number, is another one. */
  @OptionalTrue() otherPersonConfirmed?: boolean;
}
class PractitionerChanges {
  @OptionalShortText() name?: string;
  @OptionalShortText() jobTitle?: string;
  @NullableShortText(30) telephone?: string | null;
  @NullableShortText() email?: string | null;
  @OptionalTrue() left?: true;
  /** With `left`: families for which they are the only one responsible go to their manager and the coordinator. */
  @OptionalTrue() unassigned?: true;
}

@ApiTags('directory')
@Controller('api/v1/practitioners')
export class PractitionersApiController {
  constructor(
    private readonly colleagues: ColleaguesService,
    private readonly people: PeopleService,
    private readonly departures: DeparturesService,
  ) {}

  @ApiOperation({ summary: 'List practitioners' })
  @Get()
  @Allow('directory.read')
  list(@Query() { limit, cursor, agencyId, teamId, name, role }: PractitionerQuery) {
    const filter = {
      ...(agencyId ? { agencyId } : {}),
      ...(teamId ? { teamId } : {}),
      ...(name ? { name } : {}),
      ...(role ? { role } : {}),
    };
    return paged({ ...(limit ? { limit } : {}), ...(cursor ? { cursor } : {}) }, (most, after) =>
      this.colleagues.list({ ...filter, limit: most, ...(after ? { after } : {}) }),
    );
  }

  @ApiOperation({ summary: 'Add a practitioner' })
  @Post()
  @Allow('people.manage')
  async add(@Body() body: PractitionerBody) {
    const id = await this.people.add(body);
    return new Created(await this.managed(id), `/api/v1/practitioners/${id}`);
  }

  /** A colleague's name and work contact details; an administrator of the agency also gets what they may change. */
  @ApiOperation({ summary: 'Get a practitioner' })
  @Get(':id')
  @Allow('directory.read')
  async read(@Param('id') id: string) {
    const manages = mayEver(actor().role, 'people.manage');
    // Of a person with posts in several agencies, an administrator manages the one in their own.
    const colleague = await this.colleagues.find(id, manages ? actor().agencyId : undefined);
    if (!colleague) throw unreachable();
    return manages && colleague.agency.id === actor().agencyId ? this.managed(id) : colleague;
  }

  @ApiOperation({ summary: 'Change a practitioner' })
  @Patch(':id')
  @Allow('people.manage')
  async change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { left, unassigned, ...changes }: PractitionerChanges,
  ) {
    if (left) {
      await this.departures.leave(id, version, { unassigned: unassigned ?? false });
      return { id, left: true };
    }
    await this.people.change(id, version, changes);
    return this.managed(id);
  }

  private async managed(id: string) {
    const person = await this.people.find(id);
    return new Versioned(
      { ...person, agency: { id: actor().agencyId, name: actor().agencyName } },
      person.version,
    );
  }
}
