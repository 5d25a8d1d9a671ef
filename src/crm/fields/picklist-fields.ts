import { line, z } from '#platform/http/fields.ts';
import { PICKLISTS } from './picklist.ts';

const outcome = z.enum(['won', 'lost']);

const choice = z.strictObject({
  key: line(60)
    .optional()
    .openapi({ description: 'Of a choice that is there already; a new one gets its own' }),
  label: line(80).optional().openapi({ description: "May be left out where Rondo's own word stays" }),
  probability: z
    .int('A probability is a whole number of per cent.')
    .min(0, 'A probability is between 0 and 100 per cent.')
    .max(100, 'A probability is between 0 and 100 per cent.')
    .nullable()
    .optional(),
  outcome: outcome.nullable().optional(),
});

export const NewPicklist = z.strictObject({
  choices: z.array(choice).max(60, 'A list has 60 choices at most.'),
});

export const picklistParam = z.object({ list: z.enum(PICKLISTS) });

export const PicklistShape = z
  .object({
    list: z.enum(PICKLISTS),
    choices: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        builtIn: z.boolean(),
        probability: z.number().nullable(),
        outcome: outcome.nullable(),
      }),
    ),
  })
  .openapi('Picklist');
