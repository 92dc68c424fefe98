import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a message may ask its recipient for; each is a case of access.is_still_asked. */
export type MessageRequest =
  | 'lead_proposal'
  | 'lead_vacancy'
  | 'meeting'
  | 'cancelled_meeting'
  | 'action'
  | 'consent'
  | 'withdrawal_concern'
  | 'safety_concern'
  | 'step_up'
  | 'emergency_second'
  | 'emergency_reviewer'
  | 'emergency_review'
  | 'access_question'
  | 'explanation'
  | 'closure_proposal'
  | 'closure_again'
  | 'shield'
  | 'destruction'
  | 'panel_item'
  | 'webhook'
  | 'agency_closure';

export interface MessageAbout {
  readonly kind: MessageRequest;
  readonly id: string;
}

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
  /** What it asks for, if anything: it stands until that is done (access.is_still_asked). */
  @Column('text', { nullable: true }) aboutKind: MessageRequest | null;
  @Column('uuid', { nullable: true }) aboutId: string | null;
}
