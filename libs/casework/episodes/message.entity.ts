import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Tells a practitioner that something waits for them in Bridges. Names no child: it may be read over a shoulder. */
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
