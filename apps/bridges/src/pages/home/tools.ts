import type { PractitionerRole } from '#libs/terms';

interface Tool {
  readonly text: string;
  readonly href: string;
  readonly what: string;
}
interface RoleHome {
  /** What somebody in this role can do, and what they never see, said plainly. */
  readonly says: string;
  readonly tools: readonly Tool[];
}
const directory: Tool = {
  text: 'Directory',
  href: '/directory',
  what: 'Services for families by level of need, agencies, and colleagues’ work contacts.',
};

/** The homes of roles that hold no families themselves. */
export const ROLE_HOMES: Readonly<Partial<Record<PractitionerRole, RoleHome>>> = {
  governance: {
    says: 'You answer for how information is shared. You can open the access log and the consent ledger of every episode; its content stays closed to you.',
    tools: [
      {
        text: 'Episodes',
        href: '/episodes?scope=all&status=open',
        what: 'Open one to see who can see it, who looked, and what the family agreed.',
      },
      { text: 'Find a child', href: '/children', what: 'With a reason, which is kept.' },
      {
        text: 'Protected addresses',
        href: '/shields',
        what: 'Decide within five working days, and look again when a review is due.',
      },
      directory,
    ],
  },
  agency_administrator: {
    says: 'You keep the people and teams of your agency. You see no case.',
    tools: [
      {
        text: 'People and teams',
        href: '/people',
        what: 'Add somebody who has joined, change a work contact, mark somebody as left.',
      },
      directory,
    ],
  },
  directory_editor: {
    says: 'You keep the directory of services. You see no case.',
    tools: [
      { text: 'Directory', href: '/directory', what: 'Open a service to change it.' },
      { text: 'Add a service', href: '/directory/services/new', what: 'With its level of need.' },
    ],
  },
  system_administrator: {
    says: 'You keep the agencies. You see no case.',
    tools: [
      {
        text: 'Agencies',
        href: '/directory/agencies',
        what: 'Add an agency, or change its name and telephone.',
      },
      directory,
    ],
  },
  business_support: {
    says: 'Support for practitioners who name you is not part of Bridges yet, so there are no families for you to open here.',
    tools: [directory],
  },
  quality_auditor: {
    says: 'Samples for audit are not part of Bridges yet, so there are no episodes for you to open here.',
    tools: [directory],
  },
  performance_analyst: {
    says: 'Reports in counts are not part of Bridges yet. You never see a family.',
    tools: [directory],
  },
};
