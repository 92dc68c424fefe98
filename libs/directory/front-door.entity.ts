import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Telephone numbers of social care for a child who may not be safe: of an area, or of one locality (null: the whole
 * area).
 */
@Entity('front_doors')
export class FrontDoor {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') authorityId: string;
  @Column('uuid', { nullable: true }) localityId: string | null;
  @Column('text') name: string;
  @Column('text') telephone: string;
  @Column('text') hours: string;
  @Column('text') outOfHoursTelephone: string;
  @Column('uuid', { nullable: true }) changedBy: string | null;
  @Column('timestamptz', { nullable: true }) changedAt: Date | null;
  @Column('integer') version: number;
}
