import { Injectable } from '@nestjs/common';
import { CarersService } from '#libs/casework/children';
import type { EpisodeView } from '#libs/casework/episodes';
import { AgenciesService, ColleaguesService } from '#libs/directory';
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
  SENSITIVE_TOPICS,
  fullName,
} from '#libs/terms';
import { TIER_EXPLANATIONS } from '../shared/consent-tiers.js';
import { deciderChoices } from './conversation.page.js';

/** What the form of a conversation about consent offers: the chosen agencies, who may decide, the terms. */
@Injectable()
export class ConversationPageService {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly colleagues: ColleaguesService,
    private readonly carers: CarersService,
  ) {}

  async load(seen: EpisodeView, ids: readonly string[]) {
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
      deciderChoices: deciderChoices(seen.children, carers),
      purposes: optionsOf(CONSENT_PURPOSES),
      occasions: optionsOf(CONSENT_OCCASIONS),
      evidence: optionsOf(CONSENT_EVIDENCE),
      bases: optionsOf(LAWFUL_BASES),
      tiers: TIER_EXPLANATIONS,
      topics: optionsOf(SENSITIVE_TOPICS),
      capacities: optionsOf(DECIDER_CAPACITIES),
      competences: optionsOf(COMPETENCE_OUTCOMES),
      interpreters: optionsOf(INTERPRETERS),
      languages: optionsOf(LANGUAGES),
    };
  }
}
