import type { LeadChangeReason, MeetingKind, TeamRole } from '#libs/terms';
import { practitioner } from '../county.js';
import type { PractitionerKey } from '../county/practitioners.js';
import type { PersonaKey } from '../personas.js';
import { changes, does, makes, type Act } from './act.js';
import { type Day, type Handle, moment, type Moment, path } from './handles.js';

export function joinsTeam(
  on: number,
  by: PersonaKey,
  family: Handle,
  who: PractitionerKey,
  teamRole: TeamRole = 'member',
): Act {
  const body = { practitionerId: practitioner(who), teamRole };
  return makes(on, by, `asks ${who} into the team of ${family.name}`, path`/episodes/${family}/team`, body);
}

interface LeadInput {
  readonly who: PractitionerKey;
  readonly familyPreference: string;
  readonly reason: string;
  readonly changeReason?: LeadChangeReason;
}

export function proposesLead(on: number, by: PersonaKey, as: Handle, family: Handle, input: LeadInput): Act {
  const { who, ...rest } = input;
  const to = path`/episodes/${family}/lead-professional/proposals`;
  const body = { practitionerId: practitioner(who), ...rest };
  return makes(on, by, `proposes ${who} to lead for ${family.name}`, to, body, { keeps: as });
}

export function acceptsLead(on: number, by: PersonaKey, which: Handle, family: Handle): Act {
  const to = path`/episodes/${family}/lead-professional/proposals/${which}/acceptance`;
  return does(on, by, `agrees to lead for ${family.name}`, to);
}

export function declinesLead(on: number, by: PersonaKey, which: Handle, family: Handle, reason: string): Act {
  const to = path`/episodes/${family}/lead-professional/proposals/${which}/refusal`;
  return does(on, by, `does not take the lead for ${family.name}`, to, { reason });
}

export function endsLead(on: number, by: PersonaKey, family: Handle, reason: string): Act {
  const to = path`/episodes/${family}/lead-professional/ending`;
  return does(on, by, `ends the lead for ${family.name}`, to, { reason });
}

interface MeetingPlanned {
  readonly kind: MeetingKind;
  readonly startsAt: Moment;
  readonly endsAt?: Moment;
  readonly place: string;
  readonly chair?: PractitionerKey;
  readonly noteTaker?: PractitionerKey;
  readonly purpose: string;
  readonly invited?: readonly PractitionerKey[];
  readonly familyInvited?: readonly string[];
}

export function convenes(on: number, by: PersonaKey, as: Handle, family: Handle, input: MeetingPlanned): Act {
  const { chair, noteTaker, invited = [], familyInvited = [], ...rest } = input;
  const body = {
    ...rest,
    ...(chair ? { chairId: practitioner(chair) } : {}),
    ...(noteTaker ? { noteTakerId: practitioner(noteTaker) } : {}),
    invited: [
      ...invited.map((key) => ({ practitionerId: practitioner(key) })),
      ...familyInvited.map((name) => ({ name })),
    ],
  };
  return makes(on, by, `convenes a meeting about ${family.name}`, path`/episodes/${family}/meetings`, body, {
    keeps: as,
  });
}

export interface Minutes {
  readonly familyView?: string;
  readonly childView?: string;
  readonly goingWell?: string;
  readonly worries?: string;
  readonly needsToHappen?: string;
  readonly decisions?: string;
  readonly nextMeetingOn?: Day;
  /** Everyone invited attended, except these. */
  readonly apologies?: readonly (readonly [who: PractitionerKey, reason: string])[];
}

/** A meeting in two acts: convened a week before, its minutes recorded three days after. */
export function holdsMeeting(
  on: number,
  by: PersonaKey,
  as: Handle,
  family: Handle,
  input: Omit<MeetingPlanned, 'startsAt' | 'endsAt'> & Minutes,
): [Act, Act] {
  const {
    kind,
    place,
    chair,
    noteTaker,
    purpose,
    invited = [],
    familyInvited = [],
    apologies = [],
    ...minutes
  } = input;
  const planned = {
    kind,
    place,
    purpose,
    invited,
    familyInvited,
    ...(chair ? { chair } : {}),
    ...(noteTaker ? { noteTaker } : {}),
  };
  const away = new Map<PractitionerKey, string>(apologies);
  const attendance = [
    ...invited.map((key) => {
      const apologyReason = away.get(key);
      const practitionerId = practitioner(key);
      return apologyReason
        ? { practitionerId, attendance: 'apologies', apologyReason }
        : { practitionerId, attendance: 'present' };
    }),
    ...familyInvited.map((name) => ({ name, attendance: 'present' })),
  ];
  const all = path`/episodes/${family}/meetings`;
  const body = { status: 'held', consentChecked: true, ...minutes, attendance };
  return [
    convenes(on - 7, by, as, family, {
      ...planned,
      startsAt: moment(on, '15:30'),
      endsAt: moment(on, '16:30'),
    }),
    changes(
      on + 3,
      by,
      `writes up the meeting about ${family.name}`,
      'PATCH',
      path`/episodes/${family}/meetings/${as}`,
      body,
      {
        path: all,
        of: as,
      },
    ),
  ];
}
