import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The child's whereabouts are hidden from all but the people named: provisional at once, then decided by information
 * governance.
 */
@Entity('shields')
export class Shield {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') childId: string;
  @Column('text') grounds: string;
  @Column('text', { nullable: true }) detail: string | null;
  @Column('text') requestedBy: string;
  @Column('text') requesterCapacity: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') requestedAt: Date;
  @Column('date') decideBy: string;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) decisionReason: string | null;
  @Column('date', { nullable: true }) reviewOn: string | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endingReason: string | null;
}

/** A practitioner who must still know. */
@Entity('shield_names')
export class ShieldName {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') shieldId: string;
  @Column('uuid') childId: string;
  @Column('uuid') practitionerId: string;
  @Column('uuid') namedBy: string;
  @Column('timestamptz') namedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** A person from whom the child is kept safe. */
@Entity('shield_unsafe_carers')
export class ShieldUnsafeCarer {
  @PrimaryColumn('uuid') shieldId: string;
  @Column('uuid') childId: string;
  @PrimaryColumn('uuid') carerId: string;
}
