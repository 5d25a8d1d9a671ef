import { z } from '#platform/http/fields.ts';
import type { CustomValues } from './custom-field.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** As a request gives them: what each field takes is decided where the fields are known (check-custom.ts). */
export const customGiven = z
  .record(z.string(), z.unknown())
  .refine((given) => Object.keys(given).length <= 100, 'Give 100 values at most.')
  .transform((given) => given as CustomValues)
  .openapi({
    type: 'object',
    additionalProperties: {},
    description:
      'Values of own fields by their key (/api/custom-fields); null empties, what is not named stays',
  });

/** As an answer shows them. */
export const customShown: z.ZodType<CustomValues> = z
  .record(z.string(), value)
  .openapi({ description: 'Values of own fields by their key; what is empty is not there' });
