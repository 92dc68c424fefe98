import type { TestApp } from './test-app.js';

export const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
export const LAST_DAY = dayIn(30);
export const CLOSURE = { lastDay: LAST_DAY, reason: 'The contract ends.' };

/** The acts by which the agency of the school nurse closes, and what they lead to. */
export class AgencyClosing {
  constructor(private readonly app: TestApp) {}

  async agency(): Promise<string> {
    return (await this.app.actor('schoolNurse')).agencyId;
  }

  async propose(more: object = {}): Promise<string> {
    const system = await this.app.as('systemAdministrator');
    const answer = await system.post(`/agencies/${await this.agency()}/closure`, { ...CLOSURE, ...more });
    expect(answer.status).toBe(201);
    return String(answer.body['id']);
  }

  async agree(closureId: string) {
    return (await this.app.as('agencyAdministrator')).post('/agency-closure/agreement', { closureId });
  }

  async callOff(closureId: string) {
    return (await this.app.as('agencyAdministrator')).post('/agency-closure/calling-off', { closureId });
  }

  /** Subjects of the messages about agencies that this persona has, oldest first. */
  async told(persona: string): Promise<string[]> {
    const { practitionerId } = await this.app.actor(persona);
    const rows = await this.app.asOwner<{ subject: string }>(
      `select subject from messages where recipient_id = $1 and subject like '%agency%' order by sent_at, id`,
      [practitionerId],
    );
    return rows.map(({ subject }) => subject);
  }

  openPosts(agencyId: string) {
    return this.app.asOwner<{ person: string; role: string; ended: string | null }>(
      `select practitioner_id as person, role, ended_at::text as ended from posts
       where agency_id = $1 and (ended_at is null or ended_at > platform.now()) order by id`,
      [agencyId],
    );
  }
}
