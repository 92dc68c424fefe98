import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody in the team around the child, for as long as it lasts; ending it ends what they could reach. */
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
