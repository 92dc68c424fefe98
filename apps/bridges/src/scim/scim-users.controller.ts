import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Headers,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowService } from '#libs/access';
import { ProvisionedPeopleService, type ProvisionedPerson } from '#libs/directory';
import { baseUrl, CONFIG, type Config, stale } from '#libs/platform';
import { Created, Versioned } from '../http/versioned.js';
import { SCIM_TYPE } from '../http/scim-answer.js';
import { normalisePatch, normaliseUser, setsActive } from './scim-body.js';
import { toSearch } from './scim-filter.js';
import { ListResponse, PatchOp, ScimError, UserSchema } from './scim-library.js';
import { type ScimUser, toDetails, toScimUser, versionOf } from './scim-user.js';

/** The people of an agency for its own identity provider: SCIM 2.0 (RFC 7643, RFC 7644). */
@ApiExcludeController()
@Controller('scim/v2/Users')
@AllowService('people')
export class ScimUsersController {
  private readonly address: string;

  constructor(
    private readonly people: ProvisionedPeopleService,
    @Inject(CONFIG) config: Config,
  ) {
    this.address = `${baseUrl(config)}/scim/v2/Users`;
  }

  @Get()
  @Header('Content-Type', SCIM_TYPE)
  async list(@Query() asked: Record<string, unknown>) {
    const search = toSearch(asked);
    const { total, people } = await this.people.search(search);
    return {
      schemas: [ListResponse.id],
      totalResults: total,
      startIndex: search.offset + 1,
      itemsPerPage: people.length,
      Resources: people.map((person) => toScimUser(person, this.address)),
    };
  }

  @Get(':id')
  @Header('Content-Type', SCIM_TYPE)
  async read(@Param('id') id: string) {
    return this.answer(await this.people.find(id));
  }

  @Post()
  @Header('Content-Type', SCIM_TYPE)
  async create(@Body() body: unknown) {
    const sent = parseUser(normaliseUser(body));
    const person = await this.people.add(toDetails(sent), sent.active !== false);
    return new Created(this.answer(person), `${this.address}/${person.id}`);
  }

  @Put(':id')
  @Header('Content-Type', SCIM_TYPE)
  async replace(@Param('id') id: string, @Body() body: unknown, @Headers('if-match') seen?: string) {
    const person = await this.unchanged(id, seen);
    return this.store(person, parseUser(normaliseUser(body)));
  }

  @Patch(':id')
  @Header('Content-Type', SCIM_TYPE)
  @HttpCode(200)
  async change(@Param('id') id: string, @Body() body: unknown, @Headers('if-match') seen?: string) {
    const person = await this.unchanged(id, seen);
    const { Operations, schemas } = normalisePatch(body);
    // An unknown path is refused; what is known and not kept leaves nothing to do.
    if (Operations.length === 0) return this.answer(person);
    const message = { schemas, Operations } as ConstructorParameters<typeof PatchOp>[0];
    const before = toScimUser(person, this.address);
    // Nothing where nothing changes.
    const patched = (await new PatchOp(message).apply(before)) ?? before;
    return this.store(person, patched, setsActive(Operations));
  }

  @Delete(':id')
  @HttpCode(204)
  async delete(@Param('id') id: string, @Headers('if-match') seen?: string): Promise<void> {
    await this.unchanged(id, seen);
    await this.people.delete(id);
  }

  private async store(person: ProvisionedPerson, sent: ScimUser, saysActive = true) {
    const details = toDetails(sent, toScimUser(person, this.address));
    const active = saysActive ? sent.active : undefined;
    return this.answer(await this.people.change(person, details, active));
  }

  /** The person, in the version that the provider saw where it says so. */
  private async unchanged(id: string, seen: string | undefined): Promise<ProvisionedPerson> {
    const person = await this.people.find(id);
    if (seen !== undefined && seen !== '*' && seen !== versionOf(person)) throw stale();
    return person;
  }

  private answer(person: ProvisionedPerson): Versioned<ScimUser> {
    return new Versioned(toScimUser(person, this.address), versionOf(person));
  }
}

function parseUser(body: object): ScimUser {
  try {
    return new UserSchema(body, 'in');
  } catch (error) {
    if (error instanceof TypeError) throw new ScimError(400, 'invalidValue', error.message);
    throw error;
  }
}
