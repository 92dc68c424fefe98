import type { PractitionerRole } from '#libs/terms';

interface Tool {
  readonly text: string;
  readonly href: string;
  readonly what: string;
}
interface RoleHome {
  /** What a person in this role can do, and what they never see. */
  readonly says: string;
  readonly tools: readonly Tool[];
}
const directory: Tool = {
  text: 'Directory',
  href: '/directory',
  what: 'Services for families by level of need, agencies, and colleagues’ work contacts.',
};

const referenceData: Tool = {
  text: 'Reference data',
  href: '/reference-data',
  what: 'Import the published lists of schools, GP practices, districts and postcodes.',
};

/** The home pages of roles that hold no families themselves. */
export const ROLE_HOMES: Readonly<Partial<Record<PractitionerRole, RoleHome>>> = {
  governance: {
    says: 'You are responsible for information governance. You can see the access log and consent history of every episode, but not the records themselves.',
    tools: [
      {
        text: 'Episodes',
        href: '/episodes?scope=all&status=open',
        what: 'Check who can see an episode, who has looked at it and what the family agreed to share.',
      },
      { text: 'Find a child', href: '/children', what: 'You need to give a reason, which is recorded.' },
      {
        text: 'Access log',
        href: '/log',
        what: 'See who did or viewed what, check that the log has not been altered, and download it for independent checking.',
      },
      {
        text: 'Requests about records',
        href: '/requests',
        what: 'Requests from families about their own records, and when each answer is due.',
      },
      {
        text: 'How long records are kept',
        href: '/retention',
        what: 'See which records are due for deletion, which are on hold and which have been deleted.',
      },
      {
        text: 'Unusual access alerts',
        href: '/access-concerns',
        what: 'Review unusual access to records, with the reason each person gave, and decide what to do.',
      },
      { text: 'Figures', href: '/figures', what: 'Numbers of open episodes.' },
      {
        text: 'Audits',
        href: '/audits',
        what: 'Ask an auditor a question about practice. Episodes are picked at random.',
      },
      {
        text: 'Emergency access',
        href: '/emergency-accesses',
        what: 'Approve requests, choose reviewers and see the results of reviews.',
      },
      {
        text: 'Protected addresses',
        href: '/shields',
        what: 'Decide requests within 5 working days, and review them when they are due.',
      },
      {
        text: 'Statements for families',
        href: '/statements',
        what: 'Record that a translator has checked the sentences in copies for families.',
      },
      directory,
    ],
  },
  agency_administrator: {
    says: 'You manage your agency’s people and teams. You cannot see any records about families.',
    tools: [
      {
        text: 'People and teams',
        href: '/people',
        what: 'Add people who join, change work contact details and record when people leave.',
      },
      {
        text: 'Access reviewer',
        href: '/access-concerns/guardian',
        what: 'Choose who reviews how your agency’s people use records.',
      },
      {
        text: 'Service tokens',
        href: '/service-tokens',
        what: 'Let the system that knows who joins and leaves keep the list of your people. It sees no records.',
      },
      {
        text: 'Webhooks',
        href: '/webhooks',
        what: 'Tell your agency’s own system when something happens. It is sent no names and nothing from a record.',
      },
      directory,
    ],
  },
  directory_editor: {
    says: 'You manage the directory of services. You cannot see any records about families.',
    tools: [
      { text: 'Directory', href: '/directory', what: 'Select a service to change it.' },
      {
        text: 'Add a service',
        href: '/directory/services/new',
        what: 'Include the level of need it is for.',
      },
      referenceData,
    ],
  },
  system_administrator: {
    says: 'You manage the list of agencies. You cannot see any records about families.',
    tools: [
      {
        text: 'Agencies',
        href: '/directory/agencies',
        what: 'Add an agency, or change its name and telephone number.',
      },
      {
        text: 'Area settings',
        href: '/settings',
        what: 'Choose whether the section 16LA duty is in force, which golden rules are shown, and the lawful basis.',
      },
      {
        text: 'Emails from Bridges',
        href: '/outbox',
        what: 'See how many emails were sent, are waiting or have failed, and why.',
      },
      referenceData,
      directory,
    ],
  },
  business_support: {
    says: 'You support practitioners in your team who have named you. You can see what they see about their families, except sensitive information. What you enter is marked with their name.',
    tools: [directory],
  },
  quality_auditor: {
    says: 'You can read the episodes picked at random for your audit until its last day. You cannot change them or see any others.',
    tools: [
      {
        text: 'Audits',
        href: '/audits',
        what: 'See what you were asked to check, and the episodes picked for you.',
      },
      directory,
    ],
  },
  performance_analyst: {
    says: 'You can see figures with small numbers hidden. You cannot see any records about families.',
    tools: [
      {
        text: 'Figures',
        href: '/figures',
        what: 'Open episodes by level of need, locality and type of agency.',
      },
      directory,
    ],
  },
};
