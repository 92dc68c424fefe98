import { Injectable } from '@nestjs/common';
import { type PlaceChoice, ReferenceDataService } from '#libs/directory';

type Body = Readonly<Record<string, unknown>>;

/** The fields whose value can be looked for in a public list, each with its button. */
const LISTS = ['educationSetting', 'gp'] as const;
type ListField = (typeof LISTS)[number];

/** What the list has for what was typed, beside its field; the field may keep what was typed. */
export interface PlacesFound {
  readonly field: ListField | 'postcode';
  readonly choices: readonly PlaceChoice[];
  /** What a postcode says, in words. */
  readonly says: string | null;
}

/** Schools, GP practices and postcodes on the forms of a child, found by a button that works without JavaScript. */
@Injectable()
export class PlaceLookup {
  constructor(private readonly data: ReferenceDataService) {}

  /**
   * The fields as they count: a place that was chosen from a list replaces what was typed to find it, and a postcode gives
   * the locality where none was chosen.
   */
  async resolve(body: Body): Promise<Record<string, unknown>> {
    const fields: Record<string, unknown> = { ...body };
    for (const field of LISTS) {
      const chosen = textOf(fields, `${field}Choice`);
      if (chosen) fields[field] = chosen;
      delete fields[`${field}Choice`];
    }
    const postcode = textOf(fields, 'postcode');
    if (postcode && 'localityId' in fields && !textOf(fields, 'localityId')) {
      const place = await this.data.placeOf(postcode);
      if (place?.localityId) fields['localityId'] = place.localityId;
    }
    return fields;
  }

  /** What the pressed button asks for; null where the form was sent to be saved. */
  async find(fields: Body): Promise<PlacesFound | null> {
    switch (fields['find']) {
      case 'educationSetting':
        return this.list('educationSetting', await this.data.schools(textOf(fields, 'educationSetting')));
      case 'gp':
        return this.list('gp', await this.data.gpPractices(textOf(fields, 'gp')));
      case 'postcode':
        return {
          field: 'postcode',
          choices: [],
          says: await this.placeInWords(textOf(fields, 'postcode')),
        };
      default:
        return null;
    }
  }

  private list(field: ListField, choices: readonly PlaceChoice[]): PlacesFound {
    return { field, choices, says: null };
  }

  private async placeInWords(postcode: string): Promise<string> {
    const place = await this.data.placeOf(postcode);
    if (!place) return 'This postcode is not in the list. Choose the locality yourself.';
    const where =
      [place.ward, place.district].filter(Boolean).join(', ') || 'a district that is not in the list';
    return place.localityId
      ? `${place.postcode} is in ${where}.`
      : `${place.postcode} is in ${where}, outside this area. Choose the locality yourself.`;
  }
}

const textOf = (fields: Body, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
};
