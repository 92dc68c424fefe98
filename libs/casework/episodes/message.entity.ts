import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Tells a practitioner that a task waits in Bridges. Names no child: a bystander may read it. */
@Entity('messages')
export class Message {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') recipientId: string;
  @Column('text') subject: string;
  @Column('text') body: string;
  @Column('text', { nullable: true }) href: string | null;
  @Column('timestamptz') sentAt: Date;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
