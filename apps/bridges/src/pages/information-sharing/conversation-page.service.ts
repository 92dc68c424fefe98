import { Injectable } from '@nestjs/common';
import { CarersService } from '#libs/casework/children';
import { MembershipReading } from '#libs/casework/episode-membership';
import type { EpisodeView } from '#libs/casework/episodes';
import { ConsentLedgerService } from '#libs/casework/information-sharing';
import { AgenciesService, ColleaguesService } from '#libs/directory';
import { agesOn, londonDate, now } from '#libs/platform';
import {
  COMPETENCE_OUTCOMES,
  CONSENT_EVIDENCE,
  CONSENT_OCCASIONS,
  CONSENT_PURPOSES,
  DECIDER_CAPACITIES,
  INTERPRETERS,
  LANGUAGES,
  LAWFUL_BASES,
  optionsOf,
  fullName,
} from '#libs/terms';
import { TIER_EXPLANATIONS } from '../shared/consent-tiers.js';
import { COLUMNS, deciderChoices, deciderNames, typedFromStanding } from './conversation.page.js';

interface LaterChild {
  readonly value: string;
  readonly text: string;
  readonly isIncluded: boolean;
}

/** What the form of a conversation about consent offers: the chosen agencies, who may decide, the terms. */
@Injectable()
export class ConversationPageService {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly colleagues: ColleaguesService,
    private readonly carers: CarersService,
    private readonly membership: MembershipReading,
    private readonly ledger: ConsentLedgerService,
  ) {}

  /** What the form says before anything is typed: what applies now, for the agencies of the page. */
  async begun(seen: EpisodeView, ids: readonly string[], laterChildren: readonly LaterChild[]) {
    return {
      ...typedFromStanding(await this.ledger.standing(seen.id), ids),
      purpose: 'share_plan',
      childIds: laterChildren.filter(({ isIncluded }) => isIncluded).map(({ value }) => value),
    };
  }

  async load(seen: EpisodeView, ids: readonly string[]) {
    const today = londonDate(now());
    const all = (await this.agencies.list()).filter((agency) => ids.includes(agency.id));
    const agencies = [];
    for (const agency of all)
      agencies.push({
        id: agency.id,
        name: agency.name,
        opened: agency.id === seen.openingAgency?.id,
        people: await this.colleagues.list({ agencyId: agency.id, limit: 40 }),
      });
    const carers = [];
    for (const child of seen.children) carers.push(...(await this.carers.carersOf(child.id)));
    return {
      agencies,
      deciders: [
        ...new Set([...seen.children.map((child) => fullName(child)), ...carers.map((carer) => carer.name)]),
      ],
      laterChildren: await this.laterChildren(seen.id),
      deciderChoices: deciderChoices(seen.children, carers),
      deciderNames: deciderNames(seen.children, carers),
      purposes: optionsOf(CONSENT_PURPOSES),
      occasions: optionsOf(CONSENT_OCCASIONS),
      evidence: optionsOf(CONSENT_EVIDENCE),
      bases: optionsOf(LAWFUL_BASES),
      tiers: TIER_EXPLANATIONS,
      columns: COLUMNS,
      mayBe16: seen.children.some((child) => (agesOn(child, today)?.most ?? 0) >= 16),
      capacities: optionsOf(DECIDER_CAPACITIES),
      competences: optionsOf(COMPETENCE_OUTCOMES),
      interpreters: optionsOf(INTERPRETERS),
      languages: optionsOf(LANGUAGES),
    };
  }

  /** Children who joined the episode later: the family says of each whether this decision includes them. */
  async laterChildren(episodeId: string): Promise<LaterChild[]> {
    const members = await this.membership.members(episodeId);
    return members
      .filter(({ addedAt, removedAt }) => addedAt && !removedAt)
      .map(({ id, givenNames, familyName, isIncluded }) => ({
        value: id,
        text: fullName({ givenNames, familyName }),
        isIncluded: isIncluded === true,
      }));
  }
}
