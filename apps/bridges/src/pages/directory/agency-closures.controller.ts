import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  AdministratorsService,
  AgenciesService,
  type AgencyClosure,
  AgencyClosuresService,
} from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, addDays, londonDate, now } from '#libs/platform';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';

const VIEW = 'directory/agency-closing.njk';
const NOTICE_DAYS = 14;

/** An agency that closes, for the system administrator. */
@Controller('directory/agencies/:agency/closing')
export class AgencyClosuresController {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly closures: AgencyClosuresService,
    private readonly administrators: AdministratorsService,
  ) {}

  @Get()
  @Allow('agencies.manage')
  async show(@Param('agency') agency: string): Promise<Page> {
    return page(VIEW, { ...(await this.view(agency)), typed: {} });
  }

  @Post()
  @Allow('agencies.manage')
  @ConfirmedRecently()
  async propose(
    @Param('agency') agency: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const shown = await this.view(agency);
    const form = new FormReader(body);
    const draft = {
      lastDay: form.date('lastDay', {
        label: 'the last day',
        earliest: addDays(londonDate(now()), NOTICE_DAYS),
      }),
      successorId:
        form.optionalChoice(
          'successorId',
          shown.successors.map(({ value }) => value),
          { label: 'the agency that takes over' },
        ) || null,
      movesPeople: body['movesPeople'] === 'yes',
      reason: form.longText('reason', { label: 'the reason', max: 2_000 }),
    };
    if (draft.movesPeople && !draft.successorId)
      form.reject('successorId', 'Select the agency that takes over its people');
    const result = await submit(form, () => this.closures.propose(agency, draft));
    return result.ok
      ? done(pathOf(agency), 'The closure has been proposed. A second person has to agree to it.')
      : pageWithErrors(VIEW, { ...shown, typed: form.typed, errors: result.errors });
  }

  @Post('agreement')
  @Allow('agencies.manage')
  @ConfirmedRecently()
  async agree(
    @Param('agency') agency: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const result = await submit(new FormReader(body), () => this.closures.agree(agency, closureIn(body)));
    return result.ok
      ? done(pathOf(agency), 'The closure has been agreed.')
      : pageWithErrors(VIEW, { ...(await this.view(agency)), typed: {}, errors: result.errors });
  }

  @Post('calling-off')
  @Allow('agencies.manage')
  async callOff(
    @Param('agency') agency: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const result = await submit(new FormReader(body), () => this.closures.callOff(agency, closureIn(body)));
    return result.ok
      ? done(pathOf(agency), 'The closure has been called off.')
      : pageWithErrors(VIEW, { ...(await this.view(agency)), typed: {}, errors: result.errors });
  }

  private async view(agencyId: string) {
    const agency = await this.agencies.find(agencyId);
    const closure = await this.closures.current(agencyId);
    const others = (await this.agencies.open()).filter(({ id }) => id !== agency.id);
    return {
      title: closure ? `Closing ${agency.name}` : `Close ${agency.name}`,
      agency: { id: agency.id, name: agency.name },
      closure: closure && toClosureView(closure),
      // Else one of its administrators agrees.
      mayAgreeHere: closure !== null && (await this.administrators.isLacking(agency.id)),
      successors: [
        { value: '', text: 'No agency' },
        ...others.map(({ id, name }) => ({ value: id, text: name })),
      ],
    };
  }
}

const pathOf = (agencyId: string): string => `/directory/agencies/${agencyId}/closing`;
export const closureIn = (body: Record<string, unknown>): string => String(body['closure'] ?? '');

export const toClosureView = (closure: AgencyClosure) => ({
  ...closure,
  mayAgree: closure.agreedAt === null && closure.proposedBy.id !== actor().practitionerId,
  isOver: closure.agreedAt !== null && closure.lastDay < londonDate(now()),
});
