import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('localities')
export class Locality {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') authorityId: string;
  @Column('text') name: string;
  @Column('text') gssCode: string;
}

@Entity('agencies')
export class Agency {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') authorityId: string;
  @Column('text') name: string;
  @Column('text') kind: string;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('boolean') sensitive: boolean;
  @Column('date', { nullable: true }) beganOn: string | null;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('uuid', { nullable: true }) successorId: string | null;
  @Column('boolean') demo: boolean;
  @Column('integer') version: number;
}

@Entity('teams')
export class Team {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agencyId: string;
  @Column('uuid', { nullable: true }) localityId: string | null;
  @Column('text') name: string;
  @Column('integer') version: number;
}

@Entity('practitioners')
export class Practitioner {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') jobTitle: string;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
  /** Who took up the post that this person was added for, with the account that they had. */
  @Column('uuid', { nullable: true }) takenUpBy: string | null;
  @Column('boolean') demo: boolean;
  @Column('integer') version: number;
  /** Where the name stands in the alphabet; the database keeps it. */
  @Column({ type: 'bytea', select: false, insert: false, update: false }) nameOrder?: Buffer;
}

@Entity('posts')
export class Post {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') practitionerId: string;
  @Column('uuid') agencyId: string;
  @Column('uuid', { nullable: true }) teamId: string | null;
  @Column('uuid', { nullable: true }) localityId: string | null;
  @Column('text') role: string;
  @Column('timestamptz') beganAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) coversFor: string | null;
  @Column('uuid', { nullable: true }) givenBy: string | null;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  @Column('integer') version: number;
}

@Entity('levels_of_need')
export class LevelOfNeed {
  @PrimaryColumn('smallint') number: number;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('numeric', { precision: 5, scale: 2 }) countyShare: string;
  @Column('numeric', { precision: 5, scale: 2 }) nationalShare: string;
  @Column('boolean') statutory: boolean;
}

@Entity('directory_services')
export class DirectoryService {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) agencyId: string | null;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('smallint') level: number;
  @Column('text', { nullable: true }) audience: string | null;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text') source: string;
  @Column('integer') version: number;
}
