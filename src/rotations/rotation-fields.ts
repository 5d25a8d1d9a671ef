import { id, line, z } from '#platform/http/fields.ts';

const unique = <T>(list: T[]): boolean => new Set(list).size === list.length;

/** R8, B4, A9: why somebody who is in a rotation is not proposed. */
export const CANNOT_HOST = ['inactive', 'no-seat', 'no-hours', 'calendar-stale', 'switched-off'] as const;
export type WhyCannotHost = (typeof CANNOT_HOST)[number];

/** R7: what becomes of the counts when somebody new comes in. */
export const NEWCOMERS = ['reset', 'level'] as const;

const entry = z.strictObject({ kind: z.enum(['member', 'team']), id });

/** What a caller may write of a rotation. */
const rotationFields = {
  name: line(120),
  members: z
    .array(entry)
    .max(200, 'A rotation lists at most 200 members and teams.')
    .refine((list) => unique(list.map((one) => `${one.kind} ${one.id}`)), 'Somebody stands here twice.'),
  newcomers: z.enum(NEWCOMERS),
  countCancelled: z.boolean(),
  countNoShows: z.boolean(),
  weights: z.record(id, z.number().int().min(1).max(1000)),
};

const { name, ...rest } = rotationFields;
export const NewRotation = z.strictObject({ name, ...z.strictObject(rest).partial().shape });
export const RotationChanges = z.strictObject(rotationFields).partial();
export type NewRotationInput = z.infer<typeof NewRotation>;
export type RotationChangesInput = z.infer<typeof RotationChanges>;

export const Availability = z.strictObject({ available: z.boolean() });

/** A member or a team that stands in a rotation, by its present name. */
const named = z.object({ kind: z.enum(['member', 'team']), id: z.string(), name: z.string() });
export type NamedEntry = z.infer<typeof named>;

/** A rotation in a list. `size` is who is in it, each once; `able` how many of them can be proposed. */
export const rotationAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    members: z.array(named),
    newcomers: z.enum(NEWCOMERS),
    countCancelled: z.boolean(),
    countNoShows: z.boolean(),
    weights: z.record(z.string(), z.number()),
    countingFrom: z.string(),
    /** Who joined when counting began anew; null when it never did (R7). */
    countingBecause: z.object({ memberId: z.string(), name: z.string() }).nullable(),
    size: z.number(),
    able: z.number(),
    version: z.number(),
    createdAt: z.string(),
  })
  .openapi('Rotation');
export type RotationAnswer = z.infer<typeof rotationAnswer>;

/** What a row of a list shows beside: who is next, and the links that go by it. */
const rotationPreview = z.object({
  next: z.object({ memberId: z.string(), name: z.string() }).nullable(),
  links: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type RotationPreview = z.infer<typeof rotationPreview>;
export const listedRotationAnswer = rotationAnswer.extend(rotationPreview.shape).openapi('ListedRotation');
export type ListedRotation = z.infer<typeof listedRotationAnswer>;

/** One of the queue, in proposal order: those who can host first (R4), then the others with why not (R2, R8). */
export const queueItem = z
  .object({
    memberId: z.string(),
    name: z.string(),
    /** Through what they are here: themselves, teams, or both. */
    via: z.array(named),
    available: z.boolean(),
    switchedOff: z.object({ by: z.string(), byName: z.string(), at: z.string() }).nullable(),
    canHost: z.object({ ok: z.boolean(), reason: z.enum(CANNOT_HOST).optional() }),
    /** What is compared: meetings counted, and a newcomer's level (R7). */
    booked: z.number(),
    weight: z.number(),
    /** Their part of every meeting by weight, 0 to 1, among those who can be proposed; 0 for the others. */
    share: z.number(),
    lastScheduledAt: z.string().nullable(),
  })
  .openapi('RotationQueueItem');
export type QueueItem = z.infer<typeof queueItem>;

const next = z.object({ memberId: z.string(), name: z.string(), sentence: z.string() });

/** What is known only where bookings are: the queue, who is next or why nobody is (R9), and what uses it. */
export const rotationDetail = z.object({
  queue: z.array(queueItem),
  next: next.nullable(),
  why: z.string().nullable(),
  usedBy: z.object({
    links: z.array(z.object({ id: z.string(), title: z.string(), booked: z.number() })),
    /** How many records have meetings that were booked through the rotation. */
    records: z.number(),
  }),
});
export type RotationDetail = z.infer<typeof rotationDetail>;

export const wholeRotationAnswer = rotationAnswer.extend(rotationDetail.shape).openapi('WholeRotation');
export type WholeRotation = z.infer<typeof wholeRotationAnswer>;
