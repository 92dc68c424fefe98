import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A recorded change in who may decide. */
@Entity('consent_reasks')
export class ConsentReask {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('text') cause: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid') notedBy: string;
  @Column('timestamptz') notedAt: Date;
}

/** A manager's review of the concern that a withdrawal left. */
@Entity('withdrawal_sign_offs')
export class WithdrawalSignOff {
  @PrimaryColumn('uuid') withdrawalId: string;
  @Column('uuid') episodeId: string;
  @Column('text') note: string;
  @Column('uuid') signedBy: string;
  @Column('timestamptz') signedAt: Date;
}
