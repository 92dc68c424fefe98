import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL } from '#libs/platform';

export interface Persona {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
  readonly sentence: string;
}

/** The invented people whom any visitor to a demonstration may sign in as. */
@Injectable()
export class PersonasService {
  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  async all(): Promise<Persona[]> {
    const { rows } = await this.pool.query<Persona>(
      `select a.username, p.name, o.role, g.name as agency, a.demo_sentence as sentence
       from auth.accounts a
       join practitioners p on p.id = a.practitioner_id
       join lateral (select * from posts x where x.practitioner_id = p.id order by x.began_at, x.id limit 1) o on true
       join agencies g on g.id = o.agency_id
       where a.demo_sentence is not null and a.suspended_at is null
       order by a.demo_order, a.username`,
    );
    return rows;
  }
}
