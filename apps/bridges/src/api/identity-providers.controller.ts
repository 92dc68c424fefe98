import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { AccountAdministrationService, ProviderAdministrationService } from '#libs/accounts';
import { PeopleService } from '#libs/directory';
import { SUBJECT_CLAIMS, type SubjectClaim } from '#libs/terms';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { AnswerNotKept } from '../http/idempotency.interceptor.js';
import { Created } from '../http/versioned.js';
import { Id, OneOf, OptionalSecret, Secret, ShortText, YesNo } from './fields.js';

export class NewIdentityProvider {
  /** As people see it on the sign-in page. */
  @ShortText(60) name: string;
  /** The address that the provider gives for itself. It never changes. */
  @ShortText(300) issuer: string;
  /** The claim by which the provider identifies a person. It never changes. */
  @OneOf(SUBJECT_CLAIMS) subjectClaim: SubjectClaim;
  @ShortText() clientId: string;
  /** Never answered again. */
  @Secret() clientSecret: string;
}
export class IdentityProviderChange {
  @ShortText(60) name: string;
  @ShortText() clientId: string;
  /** Without it the secret stays. */
  @OptionalSecret() clientSecret?: string;
  /** Turned off, it signs no one in, and the sessions of those who use it end. */
  @YesNo() isOn: boolean;
}
export class IdentityLink {
  @Id() providerId: string;
  /** What the provider calls this person; never an email address. */
  @ShortText(255) identifier: string;
}

/** How people of the administrator's agency sign in with the agency's own accounts. */
@ApiTags('accounts')
@Controller('api/v1')
export class IdentityProvidersApiController {
  constructor(
    private readonly administration: ProviderAdministrationService,
    private readonly accounts: AccountAdministrationService,
    private readonly people: PeopleService,
  ) {}

  @ApiOperation({ summary: 'List my agency’s identity providers' })
  @Get('identity-providers')
  @Allow('people.manage')
  async list() {
    return { items: await this.administration.mine(), next: null };
  }

  /** It is off until it is turned on. */
  @ApiOperation({ summary: 'Add an identity provider' })
  @Post('identity-providers')
  @Allow('people.manage')
  @ConfirmedRecently()
  @AnswerNotKept()
  async add(@Body() body: NewIdentityProvider) {
    const id = await this.administration.add(body);
    return new Created(await this.administration.find(id), `/api/v1/identity-providers/${id}`);
  }

  @ApiOperation({ summary: 'Get an identity provider' })
  @Get('identity-providers/:id')
  @Allow('people.manage')
  read(@Param('id') id: string) {
    return this.administration.find(id);
  }

  @ApiOperation({ summary: 'Change an identity provider, or turn it on or off' })
  @Put('identity-providers/:id')
  @Allow('people.manage')
  @ConfirmedRecently()
  async change(@Param('id') id: string, @Body() { clientSecret, ...body }: IdentityProviderChange) {
    await this.administration.change(id, { ...body, clientSecret: clientSecret ?? null });
    return this.administration.find(id);
  }

  /** From then on they sign in with the provider and have no password. */
  @ApiOperation({ summary: 'Set who a practitioner of my agency is at an identity provider' })
  @Put('practitioners/:id/identity-link')
  @Allow('people.manage')
  @ConfirmedRecently()
  async link(@Param('id') id: string, @Body() { providerId, identifier }: IdentityLink) {
    await this.people.find(id);
    await this.administration.link(id, providerId, identifier);
    return (await this.accounts.summaryOf(id))!;
  }

  /** They are signed out everywhere, and set a password. */
  @ApiOperation({ summary: 'Remove the single sign-on of a practitioner of my agency' })
  @Delete('practitioners/:id/identity-link')
  @Allow('people.manage')
  @ConfirmedRecently()
  @HttpCode(204)
  async unlink(@Param('id') id: string): Promise<void> {
    await this.people.find(id);
    await this.administration.unlink(id);
  }
}
