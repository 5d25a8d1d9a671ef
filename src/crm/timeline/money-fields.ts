import { z } from '#platform/http/fields.ts';

/** The most whole numbers that both databases and JSON keep exactly. */
const MOST = 9_000_000_000_000_000;

/** Minor units: cents of an euro. */
export const minorUnits = z
  .int('Write the amount in minor units, such as cents: a whole number.')
  .min(0, 'An amount is not negative.')
  .max(MOST, 'This amount is too large.');

const known = new Set(Intl.supportedValuesOf('currency'));

export const currency = z
  .string()
  .refine((code) => known.has(code), 'Write the three letters of a currency, such as EUR.')
  .openapi({ example: 'EUR' });

export const money = z.strictObject({ amount: minorUnits, currency });
