import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret address at which a calendar program reads a practitioner's own dates. */
@Entity('calendar_feeds')
export class CalendarFeed {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') practitionerId: string;
  @Column('bytea') secretHash: Buffer;
  @Column('timestamptz') begunAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
