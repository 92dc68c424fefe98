import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A child joined an open episode, or was taken out of it. Added, never changed. */
@Entity('episode_child_changes')
export class EpisodeChildChange {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('uuid') childId: string;
  @Column('text') kind: 'added' | 'removed';
  @Column('text') reason: string;
  @Column('date') happenedOn: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) afterDeathBecause: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
