import { PRACTITIONER_ROLES, keysOf, type PractitionerRole } from '#libs/terms';
import { type Reach, ROLES_OF_REACH } from './reaches.js';

export interface Rule {
  readonly permission: string;
  readonly role: PractitionerRole;
  readonly reach: Reach | 'role';
  readonly tier: 0 | 1 | 2;
}

const INSIDERS = ['author', 'lead', 'team', 'manager', 'coordinator', 'front_door'] as const;
const HOLDERS = ['author', 'lead'] as const;
const ANYONE = keysOf(PRACTITIONER_ROLES);
const CASEWORKERS = ROLES_OF_REACH.team;

/**
 * May this role ever do this, by which reach, and knowing what? Anything not in the table is refused.
 * The same rows stand in access.rules of the database; a test compares the two.
 */
const EPISODE_RULES = {
  'episode.read': at(
    0,
    'author',
    'lead',
    'team',
    'agency',
    'manager',
    'coordinator',
    'front_door',
    'governance',
  ),
  'family.read': at(1, 'author', 'lead', 'team', 'agency', 'manager', 'coordinator', 'front_door'),
  'family.edit': at(1, ...HOLDERS),
  'record.read': at(2, ...INSIDERS),
  'episode.begin': at(2, 'author'),
  'episode.progress': at(2, ...INSIDERS),
  'authorship.end': at(2, 'author', 'manager', 'coordinator'),
  'checklist.complete': at(2, 'author'),
  'consent.read': [...at(2, ...INSIDERS), ...at(0, 'governance')],
  'consent.record': at(2, 'author', 'lead', 'manager', 'coordinator'),
  'consent.withdraw': [...at(2, 'author', 'lead', 'team', 'manager', 'coordinator'), ...at(0, 'governance')],
  'assessment.edit': at(2, ...HOLDERS),
  'assessment.contribute': at(2, ...HOLDERS, 'team'),
  'assessment.complete': at(2, ...HOLDERS, 'manager'),
  'level.decide': at(2, ...HOLDERS, 'coordinator', 'front_door'),
  'level.set_statutory': at(2, 'front_door'),
  'step_up.raise': at(2, 'author', 'lead', 'team', 'manager', 'coordinator'),
  'step_up.decide': at(2, 'front_door'),
  'team.edit': at(2, ...HOLDERS, 'manager', 'coordinator'),
  'meeting.convene': at(2, ...HOLDERS, 'coordinator'),
  'meeting.minute': at(2, ...HOLDERS, 'team', 'coordinator'),
  'lead.propose': at(2, ...HOLDERS, 'team', 'manager', 'coordinator'),
  'lead.accept': at(1, 'author', 'lead', 'team', 'agency', 'manager', 'coordinator'),
  'lead.end': at(2, 'lead', 'manager', 'coordinator'),
  'plan.edit': at(2, ...HOLDERS),
  'plan.act': at(2, ...HOLDERS, 'team'),
  'review.hold': at(2, ...HOLDERS, 'coordinator'),
  'episode.close': at(2, ...HOLDERS, 'manager', 'coordinator'),
  'chronology.add': at(2, ...HOLDERS, 'team'),
  'access.explain': [...at(2, 'author', 'lead', 'manager', 'coordinator'), ...at(0, 'governance')],
  'access_log.read': [...at(2, 'author', 'lead', 'manager', 'coordinator'), ...at(0, 'governance')],
} as const satisfies Record<string, readonly Way[]>;

/** What a role may do apart from any one episode. */
const ROLE_RULES = {
  'directory.read': ANYONE,
  'child.search': [...CASEWORKERS, 'governance'],
  'index.ask': [...CASEWORKERS, 'governance'],
  'index.answer': CASEWORKERS,
  'child.create': CASEWORKERS,
  'episode.open': CASEWORKERS,
  'episode.list': [...CASEWORKERS, 'governance'],
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
  'people.manage': ['agency_administrator'],
  'agencies.manage': ['system_administrator'],
} as const satisfies Record<string, readonly PractitionerRole[]>;

export type EpisodePermission = keyof typeof EPISODE_RULES;
export type RolePermission = keyof typeof ROLE_RULES;
export type Permission = EpisodePermission | RolePermission;

export const RULES: readonly Rule[] = [...episodeRules(), ...roleRules()];

const ROLES_OF_PERMISSION = new Map<string, Set<string>>();
for (const rule of RULES) {
  const roles = ROLES_OF_PERMISSION.get(rule.permission) ?? new Set();
  ROLES_OF_PERMISSION.set(rule.permission, roles.add(rule.role));
}

/** May this role ever do this, whatever the row? A permission that nobody wrote down is nobody's. */
export function mayEver(role: string, permission: Permission): boolean {
  return ROLES_OF_PERMISSION.get(permission)?.has(role) ?? false;
}

export const EPISODE_PERMISSIONS = Object.keys(EPISODE_RULES) as EpisodePermission[];

interface Way {
  readonly tier: 0 | 1 | 2;
  readonly reach: Reach;
}

function at(tier: 0 | 1 | 2, ...reaches: Reach[]): Way[] {
  return reaches.map((reach) => ({ tier, reach }));
}

function episodeRules(): Rule[] {
  return Object.entries(EPISODE_RULES).flatMap(([permission, ways]) =>
    (ways as readonly Way[]).flatMap(({ tier, reach }) =>
      ROLES_OF_REACH[reach].map((role) => ({ permission, role, reach, tier })),
    ),
  );
}

function roleRules(): Rule[] {
  return Object.entries(ROLE_RULES).flatMap(([permission, roles]) =>
    (roles as readonly PractitionerRole[]).map((role) => ({
      permission,
      role,
      reach: 'role' as const,
      tier: 0 as const,
    })),
  );
}
