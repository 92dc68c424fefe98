import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { abilitiesOn, Allow, audit } from '#libs/access';
import {
  ConsentRenewalService,
  ConsentLedgerService,
  ConsentsService,
  WithdrawalSignOffsService,
  WithdrawalsService,
} from '#libs/casework/information-sharing';
import { Created } from '../http/versioned.js';
import {
  ConsentBody,
  ConsentChangeBody,
  SignOffBody,
  WithdrawalBody,
  WithdrawalQuery,
} from './consents.bodies.js';
import { affectedByWithdrawalJson, consentJson, consentStandingJson } from './consents.json.js';

@ApiTags('information sharing')
@Controller('api/v1')
export class ConsentsApiController {
  constructor(
    private readonly asking: ConsentRenewalService,
    private readonly signOffs: WithdrawalSignOffsService,
    private readonly consents: ConsentsService,
    private readonly ledger: ConsentLedgerService,
    private readonly withdrawals: WithdrawalsService,
  ) {}

  @ApiOperation({ summary: 'List the family’s agreements in an episode' })
  @Get('episodes/:id/consents')
  @Allow('consent.read')
  async list(@Param('id') episodeId: string) {
    const entries = await this.ledger.entries(episodeId);
    const standing = await this.ledger.standing(episodeId);
    const due = await this.asking.due([episodeId]);
    await audit('read consents', 'episode', { episodeId, reaches: (await abilitiesOn(episodeId)).reaches });
    return {
      items: entries.map(consentJson),
      next: null,
      standing: standing.map(consentStandingJson),
      endings: due.endings.map(({ consentId, validUntil, daysLeft, step }) => ({
        consentId,
        validUntil,
        daysLeft,
        step,
      })),
      prompts: due.prompts.map(({ cause, age, on, sentence }) => ({
        cause,
        age,
        on,
        sentence,
      })),
    };
  }

  /** Marks that the family must be asked again, because the person who may decide has changed. */
  @ApiOperation({ summary: 'Record that the family must be asked again' })
  @Post('episodes/:id/consent-changes')
  @Allow('consent.record')
  async noteChange(@Param('id') episodeId: string, @Body() { cause, note }: ConsentChangeBody) {
    const id = await this.asking.noteChange(episodeId, cause, note ?? null);
    return new Created(
      { id, episodeId, cause, note: note ?? null },
      `/api/v1/episodes/${episodeId}/consents`,
    );
  }

  /** Records that a manager has reviewed the concern left by a withdrawal. */
  @ApiOperation({ summary: 'Sign off the concern left by a withdrawal' })
  @Post('withdrawals/:id/sign-off')
  @Allow('withdrawal.sign_off')
  async signOff(@Param('id') id: string, @Body() { note }: SignOffBody) {
    const episodeId = await this.signOffs.signOff(id, note);
    return new Created({ withdrawalId: id, episodeId, note }, `/api/v1/episodes/${episodeId}/consents`);
  }

  @ApiOperation({ summary: 'Record what the family agreed' })
  @Post('episodes/:id/consents')
  @Allow('consent.record')
  async record(@Param('id') episodeId: string, @Body() body: ConsentBody) {
    const id = await this.consents.recordConsent(episodeId, body);
    // An author whose own exclusion was just recorded can no longer read what they wrote.
    const reads = (await abilitiesOn(episodeId)).may('consent.read');
    const written = reads ? consentJson(await this.ledger.entry(id)) : { id, episodeId };
    return new Created(written, `/api/v1/consents/${id}`);
  }

  @ApiOperation({ summary: 'Get one agreement' })
  @Get('consents/:id')
  @Allow('consent.read')
  async read(@Param('id') id: string) {
    const entry = await this.ledger.entry(id);
    await audit('read consent', 'consent', { episodeId: entry.episodeId, subjectId: id });
    return consentJson(entry);
  }

  /** Previews who would lose access to what, before anything is confirmed. It writes only an access-log entry. */
  @ApiOperation({ summary: 'Preview what a withdrawal takes away' })
  @ApiOkResponse()
  @ApiConflictResponse()
  @Get('consents/:id/withdrawal')
  @Allow('consent.withdraw')
  async preview(@Param('id') id: string, @Query() { agencyId }: WithdrawalQuery) {
    const { entry, affected } = await this.withdrawals.preview(id, agencyId);
    await audit('preview withdrawal', 'consent', { episodeId: entry.episodeId, subjectId: id });
    return { consentId: id, affected: affected.map(affectedByWithdrawalJson) };
  }

  @ApiOperation({ summary: 'Withdraw an agreement' })
  @Post('consents/:id/withdrawal')
  @Allow('consent.withdraw')
  async withdraw(@Param('id') id: string, @Body() body: WithdrawalBody) {
    const withdrawalId = await this.withdrawals.withdraw(id, body);
    return new Created(
      { id: withdrawalId, consentId: id, agencyId: body.agencyId ?? null },
      `/api/v1/consents/${id}`,
    );
  }
}
