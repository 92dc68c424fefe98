import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A birth that was awaited. The first baby keeps the record of the pregnancy; twins have records of their own. */
@Entity('births')
export class Birth {
  @PrimaryColumn('uuid') childId: string;
  @Column('uuid') pregnancyId: string;
  @Column('date') expectedOn: string;
  @Column('date') bornOn: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
