/** What kind of address, or accommodation, it is. */
export const ADDRESS_TYPES = {
  home: 'Home',
  temporary: 'Temporary accommodation',
  placement: 'Placement',
  refuge: 'Refuge',
  no_fixed_abode: 'No fixed abode',
} as const;
export type AddressType = keyof typeof ADDRESS_TYPES;
