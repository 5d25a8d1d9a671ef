import { emailAddress, id, line, z } from '#platform/http/fields.ts';
import { countriesIn } from '#people/countries.ts';
import { ADDRESS_TYPES } from './address.ts';

let known: ReadonlySet<string> | undefined;

/** Listed when the first address comes, not when the house starts. */
function isCountry(letters: string): boolean {
  known ??= new Set(countriesIn('en').map(({ value }) => value));
  return known.has(letters);
}

const country = z
  .string()
  .refine(isCountry, 'Write the two letters of a country, such as FR.')
  .openapi({ example: 'FR' });

const words = line(200).nullable().optional();
const number = line(60).nullable().optional();

const fields = {
  type: z.enum(ADDRESS_TYPES).optional(),
  title: words,
  line1: words,
  line2: words,
  city: words,
  county: words,
  state: words,
  postcode: line(30).nullable().optional(),
  country: country.nullable().optional(),
  phone: number,
  fax: number,
  email: emailAddress.nullable().optional(),
  preferred: z.boolean().optional(),
};

export const AddressInput = z.strictObject(fields);
export const addressParams = z.object({ id, addressId: id });

const maybe = z.string().nullable();

export const AddressShape = z
  .object({
    id: z.string(),
    type: z.enum(ADDRESS_TYPES),
    title: maybe,
    line1: maybe,
    line2: maybe,
    city: maybe,
    county: maybe,
    state: maybe,
    postcode: maybe,
    country: maybe,
    phone: maybe,
    fax: maybe,
    email: maybe,
    preferred: z.boolean(),
    version: z.number(),
    createdAt: z.string(),
  })
  .openapi('Address');
