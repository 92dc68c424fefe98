import type { Reach } from './reaches.js';
import type { Tier } from './world.js';

interface Permitted {
  readonly reach: Reach;
  readonly tier: Tier;
  readonly roles?: readonly string[];
}
const at = (tier: Tier, ...reaches: Reach[]): Permitted[] => reaches.map((reach) => ({ reach, tier }));
const as = (roles: readonly string[], ways: readonly Permitted[]): Permitted[] =>
  ways.map((way) => ({ ...way, roles }));

/** Read permissions follow the table of reaches: each reach gives its tiers. */
const READ_PERMISSIONS: Readonly<Record<string, readonly Permitted[]>> = {
  // T0 index: that an episode exists, the child's name, who leads.
  'episode.read': at(
    0,
    ...(['author', 'lead', 'team', 'agency', 'manager', 'coordinator', 'front_door', 'panel'] as const),
    ...(['emergency', 'governance', 'support', 'sample', 'family'] as const),
  ),
  // T1 basic: everyone but governance, whose content is "only by emergency access".
  'family.read': at(
    1,
    ...(['author', 'lead', 'team', 'agency', 'manager', 'coordinator', 'front_door', 'panel'] as const),
    ...(['emergency', 'support', 'sample', 'family'] as const),
  ),
  // T2: no agency reach.
  'record.read': at(
    2,
    ...(['author', 'lead', 'team', 'manager', 'coordinator', 'front_door', 'panel'] as const),
    ...(['emergency', 'support', 'sample', 'family'] as const),
  ),
  // "Governance: access log and consent ledger of every episode." A panel reads the case, not its ledger.
  'consent.read': [
    ...at(2, 'author', 'lead', 'team', 'manager', 'coordinator', 'front_door'),
    ...at(2, 'emergency', 'support', 'sample', 'family'),
    ...at(0, 'governance'),
  ],
};

const AWARE = [
  ...(['author', 'lead', 'team', 'agency', 'manager', 'coordinator', 'front_door', 'governance'] as const),
];
const ACCOUNTABLE = ['manager', 'coordinator', 'front_door', 'governance'];
/**
 * Permissions to act. The rule book says little about single acts; where it is silent, this table follows the product's
 * documentation, copied by hand so that the two can be compared.
 */
const ACT_PERMISSIONS: Readonly<Record<string, readonly Permitted[]>> = {
  'family.edit': at(1, 'author', 'lead'),
  'sealed_name.read': at(1, 'author', 'lead'),
  'membership.change': at(2, 'author', 'lead'),
  'death.record': at(1, 'author', 'lead', 'manager', 'coordinator'),
  'child.merge': at(1, 'coordinator'),
  'child_merge.decide': [...at(1, 'manager', 'coordinator', 'front_door'), ...at(0, 'governance')],
  'episode.begin': at(2, 'author'),
  'episode.progress': at(2, 'author', 'lead', 'team', 'manager', 'coordinator', 'front_door'),
  'authorship.end': at(2, 'author', 'manager', 'coordinator'),
  'checklist.complete': at(2, 'author'),
  'consent.record': at(2, 'author', 'lead', 'manager', 'coordinator'),
  'consent.withdraw': [...at(2, 'author', 'lead', 'team', 'manager', 'coordinator'), ...at(0, 'governance')],
  'assessment.edit': at(2, 'author', 'lead'),
  'assessment.contribute': at(2, 'author', 'lead', 'team'),
  'assessment.complete': at(2, 'author', 'lead', 'manager'),
  'level.decide': at(2, 'author', 'lead', 'coordinator', 'front_door'),
  'level.set_statutory': at(2, 'front_door'),
  // A concern is part of the record, and meant for social care: the front door sees it while it is open.
  'safety_concern.read': at(
    2,
    ...(['author', 'lead', 'team', 'manager', 'coordinator', 'front_door', 'panel'] as const),
    ...(['emergency', 'support', 'sample'] as const),
  ),
  'safety_concern.watch': at(1, 'front_door'),
  'safety_concern.answer': [
    ...at(2, 'author', 'lead', 'team', 'manager', 'coordinator'),
    ...at(1, 'front_door'),
  ],
  'step_up.raise': at(2, 'author', 'lead', 'team', 'manager', 'coordinator'),
  'step_up.decide': at(2, 'front_door'),
  'team.edit': at(2, 'author', 'lead', 'manager', 'coordinator'),
  'meeting.convene': at(2, 'author', 'lead', 'coordinator'),
  'meeting.minute': at(2, 'author', 'lead', 'team', 'coordinator', 'support'),
  'lead.propose': at(2, 'author', 'lead', 'team', 'manager', 'coordinator'),
  'lead.accept': at(1, 'author', 'lead', 'team', 'agency', 'manager', 'coordinator'),
  'lead.end': at(2, 'lead', 'manager', 'coordinator'),
  'plan.edit': at(2, 'author', 'lead'),
  'plan.act': at(2, 'author', 'lead', 'team'),
  'review.hold': at(2, 'author', 'lead', 'coordinator'),
  'episode.close': at(2, 'author', 'lead', 'manager', 'coordinator'),
  // Approver is not requester: a manager or coordinator approves, or undoes.
  'closure.approve': at(2, 'manager', 'coordinator'),
  'closure.undo': at(2, 'manager', 'coordinator'),
  'chronology.add': at(2, 'author', 'lead', 'team', 'support'),
  'access.explain': [...at(2, 'author', 'lead', 'manager', 'coordinator'), ...at(0, 'governance')],
  'access_log.read': [...at(2, 'author', 'lead', 'manager', 'coordinator'), ...at(0, 'governance')],
  'lead.deputise': at(2, 'lead', 'manager', 'coordinator'),
  'panel.refer': at(2, 'author', 'lead', 'manager', 'coordinator'),
  'panel.decide': as(['panel_chair'], at(0, 'panel')),
  'emergency.ask': [
    ...at(0, 'lead'),
    ...as(
      ACCOUNTABLE,
      at(0, 'author', 'team', 'agency', 'manager', 'coordinator', 'front_door', 'governance'),
    ),
  ],
  'emergency.second': at(0, 'coordinator', 'front_door', 'governance'),
  'emergency.end': at(0, 'governance'),
  'emergency.assign_review': at(0, 'governance', 'coordinator'),
  'shield.request': at(0, ...AWARE),
  'shield.decide': at(0, 'governance'),
  'withdrawal.sign_off': at(2, 'manager', 'coordinator'),
  'disclosure.read': [
    ...at(2, 'author', 'lead', 'team', 'manager', 'coordinator', 'front_door'),
    ...at(0, 'governance'),
  ],
  'disclosure.record': at(2, 'author', 'lead', 'team', 'manager', 'coordinator', 'front_door'),
  'rights.register': at(0, ...AWARE),
  'rights.manage': at(0, 'governance'),
  'correction.ask': at(2, 'author', 'lead', 'team', 'manager', 'coordinator'),
  'correction.decide': at(2, 'author', 'lead', 'manager', 'coordinator'),
  'retention.read': [
    ...at(2, 'author', 'lead', 'team', 'manager', 'front_door'),
    ...at(0, 'governance', 'coordinator'),
  ],
  'retention.manage': at(0, 'governance'),
  'destruction.answer': at(0, 'governance', 'coordinator'),
  'sharing.preview': [...at(2, 'author', 'lead', 'manager', 'coordinator'), ...at(0, 'governance')],
  'sensitive_service.read': at(0, 'author', 'lead', 'coordinator'),
};

export const TABLE: Readonly<Record<string, readonly Permitted[]>> = {
  ...READ_PERMISSIONS,
  ...ACT_PERMISSIONS,
};
export const PERMISSIONS: readonly string[] = Object.keys(TABLE);
