import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One decision of the family about who may know what. Added to the ledger, never changed. */
@Entity('consents')
export class Consent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('text') purpose: string;
  @Column('text') decision: string;
  @Column('text', { nullable: true }) decidedBy: string | null;
  @Column('uuid', { nullable: true }) decidedByChildId: string | null;
  @Column('uuid', { nullable: true }) decidedByCarerId: string | null;
  @Column('text', { nullable: true }) capacity: string | null;
  @Column('text', { nullable: true }) competence: string | null;
  @Column('text', { nullable: true }) competenceNote: string | null;
  @Column('text', { nullable: true }) competenceAssessor: string | null;
  @Column('date', { nullable: true }) competenceAssessedOn: string | null;
  @Column('boolean', { nullable: true }) childAsked: boolean | null;
  @Column('text', { nullable: true }) whoDisagreed: string | null;
  @Column('text', { nullable: true }) reasonNotYoungPerson: string | null;
  @Column('text', { nullable: true }) reasonContraryToChild: string | null;
  @Column('text', { nullable: true }) consentingAdult: string | null;
  @Column('boolean', { nullable: true }) otherParentObjects: boolean | null;
  @Column('text', { nullable: true }) interpreter: string | null;
  @Column('text', { nullable: true }) explainedHow: string | null;
  @Column('text', { nullable: true }) explainedLanguage: string | null;
  @Column('text', { nullable: true }) leafletVersion: string | null;
  @Column('text', { nullable: true }) questionsAsked: string | null;
  @Column('text', { nullable: true }) askedAt: string | null;
  @Column('boolean') limitsExplained: boolean;
  @Column('text', { nullable: true }) form: string | null;
  @Column('text', { nullable: true }) witness: string | null;
  @Column('boolean') indexAgreed: boolean;
  @Column('text', { nullable: true }) lawfulBasis: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('date') decidedOn: string;
  @Column('date', { nullable: true }) reviewOn: string | null;
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

@Entity('consent_agencies')
export class ConsentAgency {
  @PrimaryColumn('uuid') consentId: string;
  @PrimaryColumn('uuid') agencyId: string;
  @Column('uuid') episodeId: string;
  @Column('text') standing: string;
  @Column('smallint', { array: true }) tiers: number[];
  @Column('text', { array: true }) topics: string[];
}

@Entity('consent_people')
export class ConsentPerson {
  @PrimaryColumn('uuid') consentId: string;
  @PrimaryColumn('uuid') practitionerId: string;
  @Column('uuid') episodeId: string;
  @Column('text') standing: string;
}

/** A child who joined the episode later and whom the family included. */
@Entity('consent_children')
export class ConsentChild {
  @PrimaryColumn('uuid') consentId: string;
  @PrimaryColumn('uuid') childId: string;
  @Column('uuid') episodeId: string;
}

@Entity('consent_withdrawals')
export class ConsentWithdrawal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consentId: string;
  @Column('uuid') episodeId: string;
  @Column('uuid', { nullable: true }) agencyId: string | null;
  @Column('text') withdrawnBy: string;
  @Column('text') capacity: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('boolean') safeguardingConcern: boolean;
  @Column('text', { nullable: true }) safeguardingNote: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') withdrawnAt: Date;
}
