import { z } from '#platform/http/fields.ts';

const named = { id: z.string(), name: z.string() };

/** What the page of a company shows beside its fields and its timeline. */
export const CompanySummaryShape = z
  .object({
    id: z.string(),
    owner: z.object(named).nullable(),
    counts: z.object({
      addresses: z.number(),
      contacts: z.number(),
      leads: z.number(),
      deals: z.number(),
      openTasks: z.number(),
      notes: z.number(),
    }),
    lastActivityAt: z.string().nullable(),
    preferredCity: z.string().nullable(),
    nextMeeting: z
      .object({ id: z.string(), title: z.string(), start: z.string(), end: z.string() })
      .nullable(),
    people: z.array(z.object({ ...named, jobTitle: z.string().nullable(), email: z.string().nullable() })),
    openDeals: z.array(
      z.object({
        ...named,
        amount: z.object({ amount: z.number(), currency: z.string() }).nullable(),
        stage: z.string(),
        expectedClose: z.string().nullable(),
      }),
    ),
    tasks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        dueAt: z.string().nullable(),
        assigneeId: z.string().nullable(),
      }),
    ),
  })
  .openapi('CompanySummary');

export type CompanySummary = z.infer<typeof CompanySummaryShape>;
