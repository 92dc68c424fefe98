import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A membership of the team around the child; ending it ends the member's access. */
@Entity('team_members')
export class TeamMember {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('uuid') practitionerId: string;
  @Column('uuid') agencyId: string;
  @Column('text') teamRole: string;
  @Column('uuid') addedBy: string;
  @Column('timestamptz') joinedAt: Date;
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
  @Column('text', { nullable: true }) leavingReason: string | null;
}
