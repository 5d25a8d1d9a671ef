import { date, id, z } from '#platform/http/fields.ts';

export const fairnessQuery = z
  .object({ from: date, to: date, linkId: id.optional(), rotationId: id.optional() })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'The end must not come before the beginning.',
  })
  .refine(({ linkId, rotationId }) => !linkId || !rotationId, {
    path: ['rotationId'],
    message: 'Ask for a link or for a rotation, not for both.',
  });
export type FairnessQuery = z.infer<typeof fairnessQuery>;

const by = z.object({
  rule: z.number().openapi({ description: 'The rule chose among several' }),
  alone: z.number().openapi({ description: 'Nobody else stood for the chair' }),
  owner: z.number().openapi({ description: 'As the owner of the visitor’s record' }),
  'by-hand': z.number().openapi({ description: 'A colleague chose' }),
  kept: z.number().openapi({ description: 'Stayed with their host when moved' }),
  'handed-over': z.number().openapi({ description: 'Given to them after somebody else had it' }),
});

export const fairnessAnswer = z
  .object({
    from: z.string(),
    to: z.string(),
    timeZone: z.string().openapi({ description: 'The workspace’s: both dates are its, inclusive' }),
    of: z
      .object({ kind: z.enum(['link', 'rotation']), id: z.string(), name: z.string() })
      .nullable()
      .openapi({ description: 'Null for all meetings of the workspace' }),
    whole: z.boolean().openapi({ description: 'False for a caller who sees only their own row' }),
    truncated: z
      .boolean()
      .openapi({ description: 'Only the latest 20,000 meetings of the period are in it' }),
    rules: z
      .array(z.object({ rule: z.string(), choices: z.number() }))
      .openapi({ description: 'By which rules it was chosen, how often' }),
    meetings: z.number().openapi({ description: 'Chairs filled: a meeting of two hosts counts twice' }),
    by,
    hosts: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        active: z.boolean(),
        meetings: z.number(),
        by,
        fair: z
          .number()
          .openapi({ description: 'Expected of the rule, given when they were free and eligible' }),
        chance: z.number().openapi({ description: 'How far from it chance alone may lead' }),
        withinChance: z.boolean(),
        free: z.number(),
        asked: z
          .number()
          .openapi({ description: 'In so many choices they stood; in `free` of them they could' }),
      }),
    ),
  })
  .openapi('Fairness');
export type FairnessReport = z.infer<typeof fairnessAnswer>;
