import { createHash } from 'node:crypto';

type SeedKind =
  | 'authority'
  | 'front door'
  | 'locality'
  | 'agency'
  | 'team'
  | 'practitioner'
  | 'post'
  | 'service'
  | 'account';

/** The id of a row of the demo county, the same at every seeding: a UUID version 8 derived from its kind and key. */
export function seedId(kind: SeedKind, key: string): string {
  const hex = createHash('sha256').update(`bridges demo county/${kind}/${key}`).digest('hex');
  const variant = ((parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
