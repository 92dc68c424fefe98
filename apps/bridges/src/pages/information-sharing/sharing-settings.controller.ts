import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { SharingSettingsService } from '#libs/casework/information-sharing';
import { AgenciesService, FrontDoorsService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { keysOf, labelOf, LAWFUL_BASES, type LawfulBasis, optionsOf } from '#libs/terms';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { versionIn } from '../shared/version-in.js';

const VIEW = 'information-sharing/sharing-settings.njk';
const BASES = [{ value: '', text: 'Not set' }, ...optionsOf(LAWFUL_BASES)];

/** The sharing settings of the whole area. These pages show no case. */
@Controller('settings')
export class SharingSettingsController {
  constructor(
    private readonly settings: SharingSettingsService,
    private readonly agencies: AgenciesService,
    private readonly frontDoors: FrontDoorsService,
  ) {}

  @Get()
  @Allow('settings.change')
  async show(): Promise<Page> {
    return page(VIEW, await this.load());
  }

  @Post('information-sharing')
  @Allow('settings.change')
  @ConfirmedRecently()
  async change(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const change = {
      duty16la: form.yesNo('duty16la', {
        label: 'the duty',
        message: 'Select yes if section 16LA is in force here',
      }),
      goldenRulesEdition: form.text('goldenRulesEdition', { label: 'the edition', max: 20 }),
      defaultLawfulBasis: form.optionalChoice('defaultLawfulBasis', keysOf(LAWFUL_BASES), {
        label: 'the lawful basis',
      }),
    };
    const version = form.integer('version', { label: 'the version', min: 1, max: 999_999_999 });
    const result = await submit(form, () => this.settings.settle(version, change));
    if (result.ok) return done('/settings', 'Settings saved. They apply from now.');
    return pageWithErrors(VIEW, { ...(await this.load()), typed: form.typed, errors: result.errors });
  }

  @Post('lawful-bases')
  @Allow('settings.change')
  @ConfirmedRecently()
  async changeAgency(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const agencies = await this.agencies.list();
    const agencyId = form.choice(
      'agencyId',
      agencies.map(({ id }) => id),
      { label: 'the agency', message: 'Select an agency' },
    );
    const basis = form.choice('lawfulBasis', keysOf(LAWFUL_BASES), {
      label: 'the lawful basis',
      message: 'Select a lawful basis',
    });
    const result = await submit(form, () => this.settings.settleAgencyBasis(agencyId, basis));
    if (result.ok) return done('/settings', 'Lawful basis saved.');
    const view = await this.load();
    return pageWithErrors(VIEW, {
      ...view,
      typed: { ...view.typed, ...form.typed },
      errors: result.errors,
    });
  }

  /** Sets the current telephone numbers of the area (no locality chosen) or of one locality. */
  @Post('front-doors')
  @Allow('settings.change')
  @ConfirmedRecently()
  async changeFrontDoor(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const localities = (await this.agencies.localities()).map(({ id }) => id);
    const localityId = form.optionalChoice('localityId', localities, { label: 'the locality' });
    const numbers = {
      name: form.text('name', { label: 'the name of the team' }),
      telephone: form.text('telephone', { label: 'the daytime telephone number', max: 25 }),
      hours: form.text('hours', { label: 'when the daytime number is answered' }),
      outOfHoursTelephone: form.text('outOfHoursTelephone', {
        label: 'the out of hours telephone number',
        max: 25,
      }),
    };
    const seenVersion = versionIn({ version: body[versionFieldOf(localityId)] });
    const result = await submit(form, () => this.frontDoors.setNumbers(localityId, seenVersion, numbers));
    if (result.ok) return done('/settings', 'Front door telephone numbers saved.');
    const view = await this.load();
    // After a conflict the page shows the current numbers, and saving again replaces them.
    const isConflict = result.errors.some(({ field }) => field === '');
    return pageWithErrors(VIEW, {
      ...view,
      frontDoorVersions: isConflict ? view.frontDoorVersions : view.frontDoorVersions.map(seenIn(body)),
      typed: { ...view.typed, ...form.typed },
      errors: result.errors,
    });
  }

  private async load() {
    const frontDoors = await this.frontDoors.list();
    const localities = await this.agencies.localities();
    const { duty16la, goldenRulesEdition, defaultLawfulBasis, version } = await this.settings.settled();
    return {
      title: 'Area settings',
      typed: {
        duty16la: duty16la ? 'yes' : 'no',
        goldenRulesEdition,
        defaultLawfulBasis: defaultLawfulBasis ?? '',
      },
      version,
      editions: (await this.settings.editions()).map(({ edition, name }) => ({ value: edition, text: name })),
      bases: BASES,
      agencies: [
        { value: '', text: 'Choose' },
        ...(await this.agencies.list()).map(({ id, name }) => ({ value: id, text: name })),
      ],
      frontDoors,
      frontDoorVersions: [null, ...localities.map(({ id }) => id)].map((place) => ({
        name: versionFieldOf(place),
        value: String(frontDoors.find(({ locality }) => (locality?.id ?? null) === place)?.version ?? 0),
      })),
      localities: [
        { value: '', text: 'The whole area' },
        ...localities.map(({ id, name }) => ({ value: id, text: name })),
      ],
      agencyBases: (await this.settings.agencyBases()).map(({ agency, lawfulBasis }) => ({
        agency: agency.name,
        basis: labelOf(LAWFUL_BASES, lawfulBasis as LawfulBasis),
      })),
    };
  }
}

/** The hidden field with the version of one place's numbers; the place is chosen on the same form. */
const versionFieldOf = (localityId: string | null): string => `version-${localityId ?? 'area'}`;

const seenIn =
  (body: Record<string, unknown>) =>
  ({ name }: { readonly name: string }) => ({ name, value: String(versionIn({ version: body[name] })) });
