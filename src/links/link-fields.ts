import { minuteFromIso } from '#engine/minutes.ts';
import { date, id, instant, isHttps, line, text, timeZone, z } from '#platform/http/fields.ts';
import { hoursFields } from '#hours/hours-fields.ts';
import { isSlug } from '#people/slug.ts';
import { embedOrigin } from './embed-origin.ts';
import { LINK_KINDS } from './link.ts';

const INCREMENTS = [5, 10, 15, 20, 30, 45, 60, 90, 120];
const fives = (max: number) => z.number().int().min(0).max(max).multipleOf(5, 'Use a multiple of 5 minutes.');
export const rule = z.enum(['fewest-booked', 'fewest-that-day', 'random', 'in-order']);
const shortId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'Use 1 to 40 letters, digits, - or _.');

const chair = z
  .strictObject({
    candidateIds: z.array(id).max(1000).default([]),
    rotationId: id.nullish(),
    rule: rule.optional(),
  })
  .refine(({ candidateIds, rotationId }) => rotationId || candidateIds.length > 0, {
    path: ['candidateIds'],
    message: 'A chair needs a candidate.',
  });

const horizon = z
  .union(
    [
      z.strictObject({ rollingDays: z.number().int().min(1).max(730) }),
      z.strictObject({ from: date.nullish(), to: date.nullish() }),
    ],
    'Write {"rollingDays": 1 to 730}, or {"from", "to"} as dates that exist, or {}.',
  )
  .refine(
    (value) => !('from' in value && value.from && value.to) || value.from <= value.to,
    'The horizon ends before it begins.',
  );

const fieldKey = z.string().regex(/^[a-zA-Z0-9]{1,60}$/);

const question = z
  .strictObject({
    id: shortId,
    label: line(200),
    kind: z.enum(['text', 'long-text', 'choice', 'phone', 'checkbox']),
    required: z.boolean().default(false),
    choices: z.array(line(200)).min(1).max(50).optional(),
    field: z
      .union(
        [z.enum(['phone', 'skype', 'companyName', 'jobTitle']), z.templateLiteral(['custom.', fieldKey])],
        'Leads have no such field.',
      )
      .openapi({
        type: 'string',
        example: 'companyName',
        description: 'phone, skype, companyName, jobTitle, or custom.<key>: a field that leads have',
      })
      .optional(),
  })
  .refine((value) => value.kind !== 'choice' || value.choices !== undefined, 'A choice needs its choices.');

const consent = z.strictObject({ id: shortId, text: text(1000, 1), required: z.boolean().default(false) });

const reminder = z
  .strictObject({
    minutes: z.number().int().min(0).max(43_200),
    when: z.enum(['before', 'after']),
    to: z.enum(['visitor', 'host', 'both']),
    text: text(2000).nullish(),
  })
  .refine(({ minutes, when }) => when === 'after' || minutes >= 5, {
    path: ['minutes'],
    message: 'Remind at least 5 minutes before the start.',
  });

const origin = z
  .string()
  .max(300)
  .refine(
    (value) => embedOrigin(value) !== null,
    'Write the address of a website without a page, such as https://shop.example or https://*.shop.example.',
  )
  .overwrite((value) => embedOrigin(value) ?? value);

const place = z.strictObject({
  kind: z.enum(['video', 'phone', 'address', 'ask']),
  value: text(500).optional(),
});
const isVideoAddress = ({ kind, value }: z.infer<typeof place>): boolean =>
  kind !== 'video' || !value || isHttps(value);
const VIDEO_ADDRESS = {
  path: ['value'],
  message: 'Write the address of the video room, beginning with https://',
};

/** Where one meeting takes place. */
export const meetingPlace = place.refine(isVideoAddress, VIDEO_ADDRESS);

const location = place
  .extend({ room: z.enum(['host', 'jitsi', 'meet', 'teams']).optional() })
  .refine(isVideoAddress, VIDEO_ADDRESS)
  .refine(({ kind, room }) => !room || kind === 'video', {
    path: ['room'],
    message: 'Only a video meeting has a room.',
  })
  .refine(({ room, value }) => room !== 'jitsi' || (value !== undefined && !/[?#]/.test(value)), {
    path: ['value'],
    message: 'Write the address of the Jitsi server, such as https://meet.jit.si',
  })
  .refine(({ room, value }) => room !== 'host' || !value, {
    path: ['value'],
    message: 'The host’s own address is used: leave this out.',
  })
  .refine(({ room, value }) => (room !== 'meet' && room !== 'teams') || !value, {
    path: ['value'],
    message: 'The host’s calendar opens the room: leave this out.',
  });

const time = z
  .strictObject({ start: instant, end: instant })
  .refine(({ start, end }) => isFive(start) && isFive(end), 'Times lie on multiples of 5 minutes.')
  .refine(({ start, end }) => start < end, 'The end must come after the start.')
  .refine(({ start, end }) => lastsADay(start, end), 'A meeting lasts 24 hours at most.');

const httpsUrl = text(2000).refine(isHttps, 'Write an address that begins with https://');
const unique = <T>(list: T[]): boolean => new Set(list).size === list.length;
const uniqueIds = (list: { id: string }[]): boolean => unique(list.map((item) => item.id));

/** Every field of a link that a caller may write. Defaults stand in `link-defaults.ts`. */
export const linkFields = {
  kind: z.enum(LINK_KINDS),
  title: line(200),
  slug: z
    .string()
    .refine(isSlug, 'Use lower-case words joined by hyphens, such as product-demo; some words are reserved.'),
  description: text(4000).nullable(),
  footer: text(4000).nullable(),
  active: z.boolean(),
  ownerId: id,
  hostIds: z.array(id).min(1, 'A link needs a host.').max(1000).refine(unique, 'A host stands here twice.'),
  chairs: z.array(chair).min(1).max(20, 'A meeting has at most 20 chairs.'),
  durationsMinutes: z
    .array(fives(1440).min(5))
    .min(1)
    .max(12)
    .refine(unique, 'A duration stands here twice.'),
  incrementMinutes: z.number().int().nullable(),
  timeZone,
  hours: z
    .strictObject({ weekly: hoursFields.weekly, overrides: hoursFields.overrides.default([]) })
    .nullable(),
  withinHostHours: z.boolean(),
  holidayListId: id.nullable(),
  bufferBeforeMinutes: fives(1440),
  bufferAfterMinutes: fives(1440),
  minimumNoticeMinutes: z.number().int().min(0).max(525_600),
  horizon,
  caps: z.strictObject({
    perHostPerDay: z.number().int().min(1).max(1000).nullish(),
    perDay: z.number().int().min(1).max(10_000).nullish(),
    perWeek: z.number().int().min(1).max(10_000).nullish(),
  }),
  // Null is the default (D0).
  rule: rule.nullable(),
  weights: z.record(id, z.number().int().min(1).max(1000)).nullable(),
  verification: z.enum(['unknown', 'everyone', 'never']),
  holdMinutes: z.number().int().min(15).max(1440),
  location: location.nullable(),
  questions: z.array(question).max(30).refine(uniqueIds, 'Two questions have the same id.'),
  guests: z.strictObject({ allowed: z.boolean(), max: z.number().int().min(0).max(50).default(5) }),
  consents: z.array(consent).max(10).refine(uniqueIds, 'Two consents have the same id.'),
  redirectUrl: httpsUrl.nullable(),
  language: z.enum(['visitor', 'en', 'fr', 'pl']),
  cutOffMinutes: z.number().int().min(0).max(43_200),
  times: z.array(time).max(500, 'Offer 500 times at most in one link.'),
  singleUse: z.boolean(),
  offerAnyway: z.boolean(),
  ownerFirst: z.enum(['off', 'strict', 'ladder']),
  ladderDays: z.number().int().min(1).max(30).nullable(),
  identify: z.enum(['token', 'email']),
  rotationId: id.nullable(),
  expiresAt: instant.nullable(),
  reminders: z
    .array(reminder)
    .max(10)
    .refine(remindOnce, 'Two reminders go to the same person at the same time.'),
  embedOrigins: z.array(origin).max(50).refine(unique, 'A website stands here twice.'),
};

const { kind, title, timeZone: zone, ...rest } = linkFields;
export const NewLink = z.strictObject({
  kind,
  title,
  timeZone: zone,
  ...z.strictObject(rest).partial().shape,
});
export const LinkChanges = z.strictObject(linkFields).partial();
export type NewLinkInput = z.infer<typeof NewLink>;
export type LinkChangesInput = z.infer<typeof LinkChanges>;

export function isAllowedIncrement(increment: number, durations: number[]): boolean {
  return INCREMENTS.includes(increment) || durations.includes(increment);
}

/** Nobody gets two mails at once about one meeting. */
function remindOnce(reminders: { minutes: number; when: string; to: string }[]): boolean {
  const mails = reminders.flatMap(({ minutes, when, to }) =>
    (to === 'both' ? ['visitor', 'host'] : [to]).map((one) => `${when} ${minutes} ${one}`),
  );
  return unique(mails);
}

function lastsADay(start: string, end: string): boolean {
  return (minuteFromIso(end) ?? 0) - (minuteFromIso(start) ?? 0) <= 1440;
}

function isFive(iso: string): boolean {
  return (minuteFromIso(iso) ?? 1) % 5 === 0;
}
