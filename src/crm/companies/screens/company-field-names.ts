/** The fields of a company that have a name of their own on the screen. */
export const COMPANY_FIELDS = [
  'name',
  'stage',
  'ownerId',
  'customerGroup',
  'employees',
  'annualRevenue',
  'marketShare',
  'marketSegment',
  'industry',
  'territory',
  'legalEntity',
  'website',
  'phone',
  'fax',
] as const;
