import type { Database } from './databases.js';
import { query } from './databases.js';
import { atMost, type Measured, milliseconds } from './measured.js';
import { episodesOf, giveAccounts, people } from './people.js';
import { Program } from './program.js';
import { paired } from './ratios.js';
import { Visitor } from './requests.js';

const PAIRS = 15;
const WRITES = PAIRS + 10;

/** Postgres cost of recording a consent and adding a team member, in a big county and in a small one. */
export async function writesCost(big: Database, small: Database): Promise<Measured[]> {
  const [a, b] = [await Writer.in(big), await Writer.in(small)];
  try {
    const consents = await paired(
      PAIRS,
      () => a.consent(),
      () => b.consent(),
    );
    const members = await paired(
      PAIRS,
      () => a.member(),
      () => b.member(),
    );
    return [['recording a consent', consents] as const, ['adding a team member', members] as const].map(
      ([what, figures]) =>
        atMost(1.2, {
          what: `${what}: 134,500 children ÷ 4,000`,
          value: figures.ratio,
          note: `through the API; ${milliseconds(figures.a)} and ${milliseconds(figures.b)}; ${figures.pairs} pairs`,
        }),
    );
  } finally {
    await a.end();
    await b.end();
  }
}

/** A practitioner who writes to their own episodes in turn. */
class Writer {
  private consents = 0;
  private members = 0;

  private constructor(
    private readonly program: Program,
    private readonly visitor: Visitor,
    private readonly episodes: readonly string[],
    private readonly agencyId: string,
    private readonly colleagues: readonly string[],
  ) {}

  static async in(database: Database): Promise<Writer> {
    const { practitioner } = await people(database);
    await giveAccounts(database, [{ ...practitioner, username: 'bench.writer' }]);
    const program = await Program.over(database);
    const visitor = new Visitor(program.port, 1);
    await visitor.signInToApi('bench.writer');
    const colleagues = await query<{ id: string }>(database.adminUrl, COLLEAGUES, [
      practitioner.agencyId,
      practitioner.practitionerId,
    ]);
    // Only a lead professional may record consents.
    const episodes = await episodesOf(database, [{ ...practitioner, role: 'lead' }], WRITES);
    if (episodes.length < 2 || colleagues.length === 0) throw new Error('There is nothing to write to.');
    return new Writer(
      program,
      visitor,
      episodes,
      practitioner.agencyId,
      colleagues.map(({ id }) => id),
    );
  }

  consent(): Promise<number> {
    const episode = this.episodes[this.consents++ % this.episodes.length]!;
    return this.timed(`/api/v1/episodes/${episode}/consents`, {
      purpose: 'share_plan',
      decision: 'given',
      agencies: [{ agencyId: this.agencyId, tiers: ['T0', 'T1', 'T2'], topics: [] }],
      decidedBy: 'Invented Mother',
      capacity: 'parental_responsibility',
      limitsExplained: true,
      form: 'written',
    });
  }

  member(): Promise<number> {
    const n = this.members++;
    const practitionerId = this.colleagues[Math.floor(n / this.episodes.length) % this.colleagues.length];
    const episode = this.episodes[n % this.episodes.length]!;
    return this.timed(`/api/v1/episodes/${episode}/team`, { practitionerId, teamRole: 'member' });
  }

  async end(): Promise<void> {
    this.visitor.end();
    await this.program.close();
  }

  private async timed(path: string, body: object): Promise<number> {
    return (await this.program.during(() => this.visitor.post(path, body))).milliseconds;
  }
}

const COLLEAGUES = `select o.practitioner_id as id from posts o join practitioners p on p.id = o.practitioner_id
  where o.agency_id = $1 and o.practitioner_id <> $2 and o.role = 'practitioner' and o.ended_at is null and p.left_at is null
  order by o.id limit 40`;
