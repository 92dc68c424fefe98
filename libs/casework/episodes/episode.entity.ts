import { Column, Entity, PrimaryColumn } from 'typeorm';

/** T0: that an episode exists, open or closed. */
@Entity('episodes')
export class Episode {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  /** That of the first child now; set by the database. */
  @Column({ type: 'uuid', nullable: true, insert: false, update: false }) localityId: string | null;
  @Column('uuid') authorityId: string;
  @Column('uuid') openedBy: string;
  @Column('uuid') openingAgencyId: string;
}

@Entity('episode_children')
export class EpisodeChild {
  @PrimaryColumn('uuid') episodeId: string;
  @PrimaryColumn('uuid') childId: string;
  @Column('smallint') position: number;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** The later changes are rows of episode_child_changes, which the database carries out here. */
  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false }) addedAt: Date | null;
  @Column({ type: 'uuid', nullable: true, insert: false, update: false }) addedBy: string | null;
  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false }) removedAt: Date | null;
  @Column('text', { nullable: true }) afterDeathBecause: string | null;
}

export interface PersonPresent {
  readonly name: string;
  readonly role?: string | null;
}

/** T2: why the episode was opened and how far it has come. */
@Entity('episode_records')
export class EpisodeRecord {
  @PrimaryColumn('uuid') episodeId: string;
  @Column('text') status: string;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) referralSource: string | null;
  @Column('text', { array: true }) presentingNeeds: string[];
  @Column('jsonb') presentPeople: readonly PersonPresent[];
  @Column('boolean') longTerm: boolean;
  @Column('smallint', { nullable: true }) level: number | null;
  @Column('timestamptz', { nullable: true }) levelDecidedAt: Date | null;
  @Column('date', { nullable: true }) nextReviewOn: string | null;
  @Column('date', { nullable: true }) lastContactOn: string | null;
  @Column('integer') version: number;
}

/** The practitioner who opened or assesses the episode, until their involvement ends. */
@Entity('authorships')
export class Authorship {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('uuid') practitionerId: string;
  @Column('uuid') agencyId: string;
  @Column('text') kind: string;
  @Column('timestamptz') beganAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
