import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A system of an agency that is told of acts its people may know. */
@Entity('webhooks')
export class Webhook {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agencyId: string;
  @Column('text') url: string;
  @Column('text', { array: true }) kinds: string[];
  /** The signing secret derives from it. */
  @Column('uuid') secretId: string;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
  /** Failed attempts since the last success. */
  @Column('integer') failures: number;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
