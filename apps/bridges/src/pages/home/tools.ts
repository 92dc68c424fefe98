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
        text: 'Access log',
        href: '/log',
        what: 'Who did or looked at what, how it is sealed, and the file that an outsider can check.',
      },
      {
        text: 'Requests about records',
        href: '/requests',
        what: 'What families ask about their own records, and by when it has to be answered.',
      },
      {
        text: 'How long records are kept',
        href: '/retention',
        what: 'What is due to go, what is held, and what is left of what went.',
      },
      {
        text: 'Access concerns',
        href: '/access-concerns',
        what: 'What the watch over odd access noticed, with each person’s reason, for you to decide.',
      },
      { text: 'Figures', href: '/figures', what: 'Open episodes in counts.' },
      {
        text: 'Audits',
        href: '/audits',
        what: 'Ask an auditor a question about practice; chance draws the episodes.',
      },
      {
        text: 'Emergency accesses',
        href: '/emergency-accesses',
        what: 'Agree as the second person, name who reviews, and see what was found.',
      },
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
      {
        text: 'Guardian of records',
        href: '/access-concerns/guardian',
        what: 'Who reviews how your people open records.',
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
      {
        text: 'Area settings',
        href: '/settings',
        what: 'Whether the section 16LA duty is in force, which golden rules are shown, the basis in law.',
      },
      directory,
    ],
  },
  business_support: {
    says: 'You support the practitioners of your team who name you. You see what they see of their families, but for what is sensitive; what you enter is marked with their name.',
    tools: [directory],
  },
  quality_auditor: {
    says: 'You read episodes that chance drew for an audit, until its last day, and write nothing. You see no other.',
    tools: [
      { text: 'Audits', href: '/audits', what: 'What you were asked, and the episodes that were drawn.' },
      directory,
    ],
  },
  performance_analyst: {
    says: 'You read counts, in which small numbers are kept back. You never see a family.',
    tools: [
      {
        text: 'Figures',
        href: '/figures',
        what: 'Open episodes by level of need, locality and kind of agency.',
      },
      directory,
    ],
  },
};
