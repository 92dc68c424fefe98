import { Injectable } from '@nestjs/common';
import type { AssessmentSectionName } from '#libs/casework/assessments';
import { CarersService, type Child, ChildrenService } from '#libs/casework/children';
import { ChildTiesService } from '#libs/casework/families';
import { CHILD_TIES, type CodeList, fullName, RELATIONSHIPS } from '#libs/terms';

/** What the record has already of a child, beside the section that asks for it. */
export interface KnownOfChild {
  readonly childId: string;
  readonly name: string;
  readonly rows: readonly { readonly key: string; readonly value: string }[];
  readonly isProtected: boolean;
}
type Part = 'carers' | 'siblings' | 'places';
const PARTS: Readonly<Partial<Record<AssessmentSectionName, readonly Part[]>>> = {
  people_present: ['carers'],
  family_and_home: ['carers', 'siblings'],
  services: ['places'],
};

/** Parents, carers, brothers, sisters, school and GP as recorded, so that they are not asked for and typed again. */
@Injectable()
export class KnownOfFamily {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly ties: ChildTiesService,
  ) {}

  /** Empty for a section to which the record has nothing to say. */
  async beside(
    section: AssessmentSectionName,
    children: readonly Pick<Child, 'id'>[],
  ): Promise<KnownOfChild[]> {
    const parts = PARTS[section] ?? [];
    const known: KnownOfChild[] = [];
    if (parts.length > 0) for (const { id } of children) known.push(await this.ofChild(id, parts));
    return known.filter(({ rows, isProtected }) => rows.length > 0 || isProtected);
  }

  private async ofChild(id: string, parts: readonly Part[]): Promise<KnownOfChild> {
    const { child, details } = await this.children.find(id);
    const carers = parts.includes('carers') && details ? await this.carers.carersOf(id) : [];
    const ties = parts.includes('siblings') && details ? await this.ties.tiesOf(id) : [];
    const places = parts.includes('places') && details ? details : null;
    const rows = [
      row(
        'Parents and carers',
        carers.map(({ name, relationship }) => `${name} (${labelIn(RELATIONSHIPS, relationship)})`),
      ),
      row(
        'Brothers, sisters and other children',
        ties
          .filter(({ endedOn }) => endedOn === null)
          .map((tie) => `${fullName(tie.child)} (${labelIn(CHILD_TIES, tie.kind)})`),
      ),
      row('School, nursery or college', [places?.educationSetting]),
      row('GP practice', [places?.gp]),
    ];
    return {
      childId: id,
      name: fullName(child),
      rows: rows.filter(({ value }) => value !== ''),
      isProtected: places?.contactProtected === true,
    };
  }
}

const row = (key: string, values: readonly (string | null | undefined)[]) => ({
  key,
  value: values.filter(Boolean).join(', '),
});
const labelIn = (list: CodeList, key: string): string => (list[key] ?? key).toLowerCase();
