import { PRACTITIONER_ROLES, keysOf } from '#libs/terms';
import { type Reach, type Role, ROLES_OF_REACH } from './reaches.js';

interface Rule {
  readonly permission: string;
  readonly role: Role;
  readonly reach: Reach | 'role';
  readonly tier: 0 | 1 | 2;
}

const INSIDERS = ['author', 'lead', 'team', 'manager', 'coordinator', 'front_door'] as const;
const RECORD_OWNERS = ['author', 'lead'] as const;
/** Reaches of people who know of an episode through their work. */
const AWARE = [...INSIDERS, 'agency', 'governance'] as const;
/** Reaches for reading: for a limited time, or through another person. */
const READERS = ['panel', 'emergency', 'support', 'sample', 'family'] as const;
/** Roles accountable for other people's work, which may therefore ask for emergency access by any reach. */
const ACCOUNTABLE = ['manager', 'coordinator', 'front_door', 'governance'] as const;
const ANYONE = keysOf(PRACTITIONER_ROLES);
const CASEWORKERS = ROLES_OF_REACH.team;

/**
 * Which roles may ever do this, by which reaches, at which tier? What the table does not list is denied. The database
 * holds the same rows in access.rules; a test compares the two.
 */
const EPISODE_RULES = {
  'episode.read': at(0, ...AWARE, ...READERS),
  'family.read': at(1, ...INSIDERS, 'agency', ...READERS),
  'family.edit': at(1, ...RECORD_OWNERS),
  // After an adoption, or for safety: those who answer for the record must know which name not to use.
  'sealed_name.read': at(1, ...RECORD_OWNERS),
  // A child joins an open episode or is taken out of it.
  'membership.change': at(2, ...RECORD_OWNERS),
  // Two records of one child: proposed by the coordinator of both, approved by a second person who reaches both.
  'child.merge': at(1, 'coordinator'),
  'child_merge.decide': [...at(1, 'manager', 'coordinator', 'front_door'), ...at(0, 'governance')],
  'death.record': at(1, ...RECORD_OWNERS, 'manager', 'coordinator'),
  'record.read': at(2, ...INSIDERS, ...READERS),
  'episode.begin': at(2, 'author'),
  'episode.progress': at(2, ...INSIDERS),
  'authorship.end': at(2, 'author', 'manager', 'coordinator'),
  'checklist.complete': at(2, 'author'),
  'consent.read': [...at(2, ...INSIDERS, 'emergency', 'support', 'sample', 'family'), ...at(0, 'governance')],
  'consent.record': at(2, 'author', 'lead', 'manager', 'coordinator'),
  'consent.withdraw': [...at(2, 'author', 'lead', 'team', 'manager', 'coordinator'), ...at(0, 'governance')],
  'withdrawal.sign_off': at(2, 'manager', 'coordinator'),
  'disclosure.read': [...at(2, ...INSIDERS), ...at(0, 'governance')],
  'disclosure.record': at(2, ...INSIDERS),
  'assessment.edit': at(2, ...RECORD_OWNERS),
  'assessment.contribute': at(2, ...RECORD_OWNERS, 'team'),
  'assessment.complete': at(2, ...RECORD_OWNERS, 'manager'),
  'level.decide': at(2, ...RECORD_OWNERS, 'coordinator', 'front_door'),
  'level.set_statutory': at(2, 'front_door'),
  // A concern is meant for social care: its front door sees it while it is unanswered, whatever else it may read.
  'safety_concern.read': at(2, ...INSIDERS, 'panel', 'emergency', 'support', 'sample'),
  'safety_concern.watch': at(1, 'front_door'),
  'safety_concern.answer': [
    ...at(2, 'author', 'lead', 'team', 'manager', 'coordinator'),
    ...at(1, 'front_door'),
  ],
  'step_up.raise': at(2, 'author', 'lead', 'team', 'manager', 'coordinator'),
  'step_up.decide': at(2, 'front_door'),
  'team.edit': at(2, ...RECORD_OWNERS, 'manager', 'coordinator'),
  'meeting.convene': at(2, ...RECORD_OWNERS, 'coordinator'),
  'meeting.minute': at(2, ...RECORD_OWNERS, 'team', 'coordinator', 'support'),
  'lead.propose': at(2, ...RECORD_OWNERS, 'team', 'manager', 'coordinator'),
  'lead.accept': at(1, 'author', 'lead', 'team', 'agency', 'manager', 'coordinator'),
  'lead.end': at(2, 'lead', 'manager', 'coordinator'),
  'plan.edit': at(2, ...RECORD_OWNERS),
  'plan.act': at(2, ...RECORD_OWNERS, 'team'),
  'review.hold': at(2, ...RECORD_OWNERS, 'coordinator'),
  'episode.close': at(2, ...RECORD_OWNERS, 'manager', 'coordinator'),
  'closure.approve': at(2, 'manager', 'coordinator'),
  'closure.undo': at(2, 'manager', 'coordinator'),
  'chronology.add': at(2, ...RECORD_OWNERS, 'team', 'support'),
  'access.explain': [...at(2, 'author', 'lead', 'manager', 'coordinator'), ...at(0, 'governance')],
  'access_log.read': [...at(2, 'author', 'lead', 'manager', 'coordinator'), ...at(0, 'governance')],
  'lead.deputise': at(2, 'lead', 'manager', 'coordinator'),
  'panel.refer': at(2, ...RECORD_OWNERS, 'manager', 'coordinator'),
  'panel.decide': as(['panel_chair'], at(0, 'panel')),
  'emergency.ask': [
    ...as(['practitioner', 'panel_member', 'panel_chair'], at(0, 'lead')),
    ...as(ACCOUNTABLE, at(0, ...AWARE)),
  ],
  'emergency.second': at(0, 'coordinator', 'front_door', 'governance'),
  'emergency.end': at(0, 'governance'),
  // A coordinator reviews where information governance itself held the access.
  'emergency.assign_review': at(0, 'governance', 'coordinator'),
  'shield.request': at(0, ...AWARE),
  // A family may ask any practitioner they know; information governance answers.
  'rights.register': at(0, ...AWARE),
  'shield.decide': at(0, 'governance'),
  'rights.manage': at(0, 'governance'),
  // A closed record can still be wrong, so the reaches that outlast closure may ask as well.
  'correction.ask': at(2, ...RECORD_OWNERS, 'team', 'manager', 'coordinator'),
  'correction.decide': at(2, ...RECORD_OWNERS, 'manager', 'coordinator'),
  'retention.read': [
    ...at(2, 'author', 'lead', 'team', 'manager', 'front_door'),
    ...at(0, 'governance', 'coordinator'),
  ],
  'retention.manage': at(0, 'governance'),
  'destruction.answer': at(0, 'governance', 'coordinator'),
  'sharing.preview': [...at(2, 'author', 'lead', 'manager', 'coordinator'), ...at(0, 'governance')],
  'sensitive_service.read': at(0, 'author', 'lead', 'coordinator'),
} as const satisfies Record<string, readonly RouteToRecord[]>;

/** What a role may do outside any one episode. */
const ROLE_RULES = {
  'directory.read': ANYONE,
  'child.search': [...CASEWORKERS, 'governance'],
  'index.ask': [...CASEWORKERS, 'governance'],
  'index.answer': CASEWORKERS,
  'child.create': CASEWORKERS,
  'episode.open': CASEWORKERS,
  'episode.list': [...CASEWORKERS, 'governance', 'business_support', 'quality_auditor'],
  'caseload.read': ['manager', 'coordinator', 'front_door'],
  'step_up.queue': ['front_door'],
  'message.read': ANYONE,
  'relative.declare': ANYONE,
  'concern.explain': ANYONE,
  // Any colleague may be named guardian; the database says who is.
  'concern.review': ANYONE,
  'watch.set': ['governance'],
  'guardian.name': ['agency_administrator'],
  'directory.edit': ['directory_editor', 'coordinator'],
  'reference.import': ['directory_editor', 'system_administrator'],
  'people.manage': ['agency_administrator'],
  'agencies.manage': ['system_administrator'],
  'panel.manage': ['panel_chair', 'coordinator'],
  'panel.sit': ['panel_member', 'panel_chair', 'coordinator'],
  'support.name': CASEWORKERS,
  'audit.commission': ['governance'],
  'audit.read': ['governance', 'quality_auditor'],
  'emergency.ask_from_index': ACCOUNTABLE,
  'emergency.review': [...CASEWORKERS, 'governance'],
  'log.read': ['governance'],
  'log.erase': ['governance'],
  // The fixed statements of copies say what a family agrees to.
  'statement.check': ['governance'],
  'retention.queue': ['governance', 'coordinator'],
  'settings.change': ['system_administrator'],
  'outbox.read': ['system_administrator'],
  'webhook.manage': ['agency_administrator'],
  'service_token.manage': ['agency_administrator'],
  'access_question.ask': [...CASEWORKERS, 'business_support', 'quality_auditor'],
  'access_question.answer': ['coordinator'],
  'figures.read': ['performance_analyst', 'governance'],
  'shield.queue': ['governance'],
} as const satisfies Record<string, readonly Role[]>;

export type EpisodePermission = keyof typeof EPISODE_RULES;
type RolePermission = keyof typeof ROLE_RULES;
export type Permission = EpisodePermission | RolePermission;

export const RULES: readonly Rule[] = [...episodeRules(), ...roleRules()];

const ROLES_OF_PERMISSION = new Map<string, Set<string>>();
for (const rule of RULES) {
  const roles = ROLES_OF_PERMISSION.get(rule.permission) ?? new Set();
  ROLES_OF_PERMISSION.set(rule.permission, roles.add(rule.role));
}

/** May this role ever do this, on any row? A permission missing from the table is denied to every role. */
export function mayEver(role: string, permission: Permission): boolean {
  return ROLES_OF_PERMISSION.get(permission)?.has(role) ?? false;
}

export const EPISODE_PERMISSIONS = Object.keys(EPISODE_RULES) as EpisodePermission[];

interface RouteToRecord {
  readonly tier: 0 | 1 | 2;
  readonly reach: Reach;
  /** Fewer roles than the reach allows; all of its roles when omitted. */
  readonly roles?: readonly Role[];
}

function as(roles: readonly Role[], routes: readonly RouteToRecord[]): RouteToRecord[] {
  return routes.map((route) => ({ ...route, roles }));
}

function at(tier: 0 | 1 | 2, ...reaches: Reach[]): RouteToRecord[] {
  return reaches.map((reach) => ({ tier, reach }));
}

function episodeRules(): Rule[] {
  return Object.entries(EPISODE_RULES).flatMap(([permission, routes]) =>
    (routes as readonly RouteToRecord[]).flatMap(({ tier, reach, roles }) =>
      ROLES_OF_REACH[reach]
        .filter((role) => roles?.includes(role) ?? true)
        .map((role) => ({ permission, role, reach, tier })),
    ),
  );
}

function roleRules(): Rule[] {
  return Object.entries(ROLE_RULES).flatMap(([permission, roles]) =>
    (roles as readonly Role[]).map((role) => ({
      permission,
      role,
      reach: 'role' as const,
      tier: 0 as const,
    })),
  );
}
