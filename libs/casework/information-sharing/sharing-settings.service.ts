import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, changeVersioned, invalidField, now, db, query } from '#libs/platform';
import { isKeyOf, LAWFUL_BASES } from '#libs/terms';
import { AgencyLawfulBasis, GoldenRules, InformationSharingSettings } from './sharing-settings.entities.js';

interface SettingsChange {
  readonly duty16la: boolean;
  readonly goldenRulesEdition: string;
  readonly defaultLawfulBasis?: string | null;
}

/** The area's settings: whether the section 16LA duty is in force, which golden rules, which lawful basis. */
@Injectable()
export class SharingSettingsService {
  async settled(): Promise<InformationSharingSettings> {
    return db().findOneByOrFail(InformationSharingSettings, { onlyRow: true });
  }

  /** The golden rules in the edition that the area has chosen. */
  async goldenRules(): Promise<GoldenRules> {
    const { goldenRulesEdition: edition } = await this.settled();
    return db().findOneByOrFail(GoldenRules, { edition });
  }

  editions(): Promise<GoldenRules[]> {
    return db().find(GoldenRules, { order: { edition: 'DESC' } });
  }

  /** Changes the area's settings; 412 after a concurrent change. Only for system administrators. */
  async settle(version: number, change: SettingsChange): Promise<void> {
    const editions = await this.editions();
    if (!editions.some(({ edition }) => edition === change.goldenRulesEdition))
      throw invalidField('goldenRulesEdition', 'Select an edition of the golden rules');
    assertBasisKnown(change.defaultLawfulBasis);
    await changeVersioned(
      InformationSharingSettings,
      { onlyRow: true },
      version,
      {
        duty16la: change.duty16la,
        goldenRulesEdition: change.goldenRulesEdition,
        defaultLawfulBasis: change.defaultLawfulBasis ?? null,
        changedBy: actor().practitionerId,
        changedAt: now(),
      },
      () => this.settled(),
    );
    await audit('change sharing settings', 'settings', {
      detail: {
        duty16la: change.duty16la,
        goldenRulesEdition: change.goldenRulesEdition,
        defaultLawfulBasis: change.defaultLawfulBasis ?? null,
      },
    });
  }

  agencyBases(): Promise<{ agency: { id: string; name: string }; lawfulBasis: string }[]> {
    return query(
      `select json_build_object('id', g.id, 'name', g.name) as agency, b.lawful_basis
       from agency_lawful_bases b join agencies g on g.id = b.agency_id order by access.name_order(g.name)`,
    );
  }

  /** Sets one agency's lawful basis, where it differs from the area's. */
  async settleAgencyBasis(agencyId: string, lawfulBasis: string): Promise<void> {
    assertBasisKnown(lawfulBasis);
    const [existing] = (await query<{ agency: boolean; settled: boolean }>(
      `select exists (select from agencies where id = $1) as agency,
         exists (select from agency_lawful_bases where agency_id = $1) as settled`,
      [agencyId],
    )) as [{ agency: boolean; settled: boolean }];
    if (!existing.agency) throw invalidField('agencyId', 'Select an agency from the directory');
    const settled = { lawfulBasis, changedBy: actor().practitionerId, changedAt: now() };
    if (existing.settled) await db().update(AgencyLawfulBasis, { agencyId }, settled);
    else await db().insert(AgencyLawfulBasis, { agencyId, ...settled });
    await audit('change lawful basis of agency', 'agency', { subjectId: agencyId, detail: { lawfulBasis } });
  }

  /** An agency's lawful basis, unless a record states another; null while none is set. */
  async basisOf(agencyId: string): Promise<string | null> {
    const own = await db().findOneBy(AgencyLawfulBasis, { agencyId });
    return own?.lawfulBasis ?? (await this.settled()).defaultLawfulBasis;
  }
}

function assertBasisKnown(basis: string | null | undefined): void {
  if (basis && !isKeyOf(LAWFUL_BASES, basis)) throw invalidField('lawfulBasis', 'Select a lawful basis');
}
