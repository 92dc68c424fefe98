import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a practitioner wants an email about their messages. Hours are London time. */
@Entity('notification_choices')
export class NotificationChoice {
  @PrimaryColumn('uuid') practitionerId: string;
  @Column('text') email: string;
  @Column('smallint') digestHour: number;
  @Column('smallint', { nullable: true }) quietFrom: number | null;
  @Column('smallint', { nullable: true }) quietUntil: number | null;
  @Column('timestamptz') changedAt: Date;
  @Column('integer') version: number;
}
