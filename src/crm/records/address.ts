export const ADDRESS_TYPES = ['office', 'billing', 'delivery', 'other'] as const;
export type AddressType = (typeof ADDRESS_TYPES)[number];

/** Where a company or a contact is found (P3). */
export interface AddressFields {
  type: AddressType;
  title: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  county: string | null;
  state: string | null;
  postcode: string | null;
  /** Two letters. */
  country: string | null;
  phone: string | null;
  fax: string | null;
  email: string | null;
  /** One of a record's addresses at most. */
  preferred: boolean;
}

export interface Address extends AddressFields {
  id: string;
  version: number;
  createdAt: string;
}

export const NEW_ADDRESS: AddressFields = {
  type: 'office',
  title: null,
  line1: null,
  line2: null,
  city: null,
  county: null,
  state: null,
  postcode: null,
  country: null,
  phone: null,
  fax: null,
  email: null,
  preferred: false,
};

/** The kinds of record that have addresses. */
export const ADDRESSED_KINDS = ['company', 'contact'] as const;
export type AddressedKind = (typeof ADDRESSED_KINDS)[number];

/** An address says where: a kind and a mark alone are none. */
export function saysWhere(fields: AddressFields): boolean {
  const { type: _type, preferred: _preferred, ...words } = NEW_ADDRESS;
  return (Object.keys(words) as (keyof AddressFields)[]).some((name) => fields[name] !== null);
}
