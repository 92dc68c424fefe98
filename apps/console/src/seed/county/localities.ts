/** The county and its seven districts, each a locality, by their codes at the Office for National Statistics. */
export const AUTHORITY_DATA = {
  key: 'leicestershire',
  name: 'Leicestershire',
  gssCode: 'E10000018',
} as const;

export const LOCALITY_DATA = {
  blaby: { name: 'Blaby', gssCode: 'E07000129' },
  charnwood: { name: 'Charnwood', gssCode: 'E07000130' },
  harborough: { name: 'Harborough', gssCode: 'E07000131' },
  hinckley: { name: 'Hinckley and Bosworth', gssCode: 'E07000132' },
  melton: { name: 'Melton', gssCode: 'E07000133' },
  northWest: { name: 'North West Leicestershire', gssCode: 'E07000134' },
  oadby: { name: 'Oadby and Wigston', gssCode: 'E07000135' },
} as const;
export type LocalityKey = keyof typeof LOCALITY_DATA;
