import { Controller, Get } from '@nestjs/common';
import { Allow, DRAFT_DAYS, DraftsService, mayEver } from '#libs/access';
import { MessageBox } from '#libs/casework/episodes';
import { StepUpsReadingService, type StepUpWaiting } from '#libs/casework/triangle-of-need';
import { SupportService } from '#libs/directory';
import { AuditsService } from '#libs/oversight/audits';
import { CaseloadsService } from '#libs/oversight/caseloads';
import { actor, londonDate, now } from '#libs/platform';
import type { PractitionerRole } from '#libs/terms';
import { fullName } from '#libs/terms';
import { type Page, page } from '../../http/page.js';
import { FamiliesService } from './families.service.js';
import { toDraftRow } from '../drafts/draft.page.js';
import { exceptionTiles } from '../caseloads/caseload.page.js';
import { EXCEPTION_LABELS } from '../episodes/episode-list.page.js';
import { familyRows, greeting } from './home.page.js';
import { NeedsService, SHOWN_AS_TASKS } from './needs.service.js';
import { groupByUrgency } from './needs.page.js';
import { ROLE_HOMES } from './tools.js';

const SCOPES: Readonly<Record<string, string>> = {
  manager: 'agency',
  coordinator: 'locality',
  front_door: 'all',
};

const HEADINGS: Readonly<Record<string, string>> = {
  agency: 'Your agency',
  locality: 'Your locality',
  all: 'The area',
};

const NONE_UNFINISHED = { draftDays: DRAFT_DAYS, unfinished: [] as ReturnType<typeof toDraftRow>[] };

/** The home page: what needs the practitioner first. */
@Controller()
export class HomeController {
  constructor(
    private readonly families: FamiliesService,
    private readonly needs: NeedsService,
    private readonly caseloads: CaseloadsService,
    private readonly stepUps: StepUpsReadingService,
    private readonly box: MessageBox,
    private readonly support: SupportService,
    private readonly audits: AuditsService,
    private readonly drafts: DraftsService,
  ) {}

  @Get()
  @Allow('directory.read')
  async home(): Promise<Page> {
    const { role, name } = actor();
    const roleHome = ROLE_HOMES[role as PractitionerRole];
    const messages = await this.box.unread(roleHome ? [] : SHOWN_AS_TASKS);
    const view = { title: greeting(now()), name, messages, backTo: 'home' };
    if (roleHome)
      return page('home/tools.njk', {
        ...view,
        ...roleHome,
        ...(await this.unfinished()),
        needs: role === 'governance' ? await this.needs.emergencyNeeds() : [],
        ...(role === 'business_support' ? await this.supported() : {}),
        ...(role === 'quality_auditor'
          ? { audits: (await this.audits.audits()).filter(({ running }) => running) }
          : {}),
      });
    const oversight = SCOPES[role];
    const waiting = oversight ? await this.stepUps.queue() : [];
    const toAnswer = mayEver(role, 'step_up.queue') ? waiting : [];
    return page('home/casework.njk', {
      ...view,
      ...(oversight ? await this.overseen(oversight, waiting) : {}),
      ...(await this.casework(!oversight, toAnswer)),
    });
  }

  /**
   * The practitioners whom the reader supports, and their families, each with the practitioner who gives access to it.
   */
  private async supported() {
    const today = londonDate(now());
    const shared = await this.families.supported();
    const through = await this.support.throughWhom(shared.map(({ id }) => id));
    return {
      supporting: await this.support.mine(),
      families: familyRows(shared, [], today).map((row) => ({
        ...row,
        changed: `Supporting ${through.get(row.id) ?? ''}`,
      })),
    };
  }

  private async unfinished() {
    return { ...NONE_UNFINISHED, unfinished: (await this.drafts.mine()).map(toDraftRow) };
  }

  private async casework(sharesAgency: boolean, toAnswer: readonly StepUpWaiting[]) {
    const today = londonDate(now());
    const elsewhere = await this.needs.elsewhere();
    const { mine, shared, hasMore } = await this.families.families(sharesAgency, elsewhere.actionEpisodes);
    return {
      me: actor().practitionerId,
      ...(elsewhere.hasUnfinished ? await this.unfinished() : NONE_UNFINISHED),
      needs: groupByUrgency(await this.needs.needs(mine, toAnswer, elsewhere), today),
      datesNotShared: mine.filter(({ notShared }) => notShared.length > 0).length,
      families: familyRows(mine, await this.families.changed(mine), today),
      shared: familyRows(shared, [], today),
      hasMore,
      sharesAgency,
    };
  }

  private async overseen(scope: string, waiting: readonly StepUpWaiting[]) {
    const caseload = await this.caseloads.caseload({ scope: scope as 'agency' });
    return {
      oversight: {
        heading: HEADINGS[scope],
        total: caseload.count,
        numbers: exceptionTiles(caseload, caseload.filter, EXCEPTION_LABELS),
        stepUpsFirst: actor().role === 'front_door',
      },
      stepUps: waiting.map(
        ({ id, episodeId, children, raisedAt, raisedBy, familyAgreement, answerDueOn }) => ({
          id,
          episodeId,
          names: (children ?? []).map((child) => fullName(child)).join(', '),
          raisedAt,
          answerDueOn,
          by: raisedBy ? `${raisedBy.name}, ${raisedBy.agency.name}` : '',
          familyAgrees: familyAgreement === 'agreed',
        }),
      ),
    };
  }
}
