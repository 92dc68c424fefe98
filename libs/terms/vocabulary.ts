import { term, type Term } from './term.js';

/** The terms of practice that authorities rename. Code, tables and addresses use these keys. */
export type Concept =
  | 'assessment'
  | 'checklist'
  | 'episode'
  | 'lead'
  | 'deputyLead'
  | 'team'
  | 'teamMeeting'
  | 'plan'
  | 'coordinator'
  | 'frontDoor'
  | 'board'
  | 'outcomes'
  | 'childInNeedPlan';

export type Vocabulary = Readonly<Record<Concept, Term>>;

/** The packs: England's terms for these in 2006, from 2015, and under Families First from 2025. */
export const VOCABULARY_PACKS = {
  caf_2006: 'Common Assessment Framework (2006)',
  early_help_2015: 'Early help (2015)',
  family_help_2026: 'Family Help (2026)',
} as const;
export type VocabularyPack = keyof typeof VOCABULARY_PACKS;

const PACKS: Readonly<Record<VocabularyPack, Vocabulary>> = {
  caf_2006: {
    assessment: term('a', 'common assessment', 'common assessments', 'CAF'),
    checklist: term('a', 'pre-assessment checklist', 'pre-assessment checklists'),
    episode: term('an', 'episode', 'episodes'),
    lead: term('a', 'lead professional', 'lead professionals', 'LP'),
    deputyLead: term('a', 'deputy lead professional', 'deputy lead professionals'),
    team: term('a', 'team around the child', 'teams around the child', 'TAC'),
    teamMeeting: term('a', 'TAC meeting', 'TAC meetings'),
    plan: term('a', 'delivery plan', 'delivery plans'),
    coordinator: term('a', 'CAF coordinator', 'CAF coordinators'),
    frontDoor: term('a', 'duty and access team', 'duty and access teams'),
    board: term('a', 'Local Safeguarding Children Board', 'Local Safeguarding Children Boards', 'LSCB'),
    outcomes: term('an', 'Every Child Matters outcome', 'Every Child Matters outcomes', 'ECM outcome'),
    childInNeedPlan: term('a', 'child in need plan', 'child in need plans', 'CIN plan'),
  },
  early_help_2015: {
    assessment: term('an', 'early help assessment', 'early help assessments', 'EHA'),
    checklist: term('a', 'request for support', 'requests for support'),
    episode: term('an', 'early help episode', 'early help episodes'),
    lead: term('a', 'lead practitioner', 'lead practitioners', 'LP'),
    deputyLead: term('a', 'deputy lead practitioner', 'deputy lead practitioners'),
    team: term('a', 'team around the family', 'teams around the family', 'TAF'),
    teamMeeting: term('a', 'family support meeting', 'family support meetings'),
    plan: term('a', 'family plan', 'family plans'),
    coordinator: term('an', 'early help adviser', 'early help advisers'),
    frontDoor: term('a', 'multi-agency safeguarding hub', 'multi-agency safeguarding hubs', 'MASH'),
    board: term('a', 'Safeguarding Children Partnership', 'Safeguarding Children Partnerships', 'SCP'),
    outcomes: term('a', 'Supporting Families outcome', 'Supporting Families outcomes'),
    childInNeedPlan: term('a', 'child in need plan', 'child in need plans', 'CIN plan'),
  },
  family_help_2026: {
    assessment: term('a', 'Family Help assessment', 'Family Help assessments', 'FHA'),
    checklist: term('an', 'initial conversation', 'initial conversations'),
    episode: term('a', 'Family Help episode', 'Family Help episodes'),
    lead: term('a', 'Family Help lead practitioner', 'Family Help lead practitioners', 'FHLP'),
    deputyLead: term('a', 'deputy Family Help lead practitioner', 'deputy Family Help lead practitioners'),
    team: term('a', 'team around the family', 'teams around the family', 'TAF'),
    teamMeeting: term('a', 'family network meeting', 'family network meetings'),
    plan: term('a', 'Family Help plan', 'Family Help plans'),
    coordinator: term('a', 'Family Help coordinator', 'Family Help coordinators'),
    frontDoor: term('an', 'integrated front door', 'integrated front doors'),
    board: term('a', 'safeguarding partnership', 'safeguarding partnerships', 'MASA'),
    outcomes: term('a', 'local outcome', 'local outcomes'),
    // Family Help absorbs child in need, so the plan is the same plan with a legal footing.
    childInNeedPlan: term('a', 'Family Help plan (section 17)', 'Family Help plans (section 17)'),
  },
};

/** The terms of a pack, overridden by an authority's own. */
export function vocabulary(pack: VocabularyPack, renamed: Partial<Vocabulary> = {}): Vocabulary {
  return { ...PACKS[pack], ...renamed };
}

/** The names that a pack gives to the levels of need, least first; levels themselves are rows that areas edit. */
export const LEVEL_NAMES: Readonly<Record<VocabularyPack, readonly string[]>> = {
  caf_2006: ['Universal', 'Targeted', 'Specialist', 'Highly specialist'],
  early_help_2015: ['Universal', 'Early help', 'Targeted', 'Statutory'],
  family_help_2026: ['Universal and community', 'Family Help', 'Protection'],
};
