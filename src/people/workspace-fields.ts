import { id, line, locale, text, timeZone, z } from '#platform/http/fields.ts';
import { fold } from '#platform/fold.ts';
import { password, personName, signInAddress } from './member-fields.ts';
import { ON_DECLINE } from './workspace.ts';
import { isReserved, isSlug, LONGEST_SLUG } from './slug.ts';

/** The part of an address that names a workspace or a link. */
export const slug = text(LONGEST_SLUG, 1)
  .refine((value) => !isReserved(value), 'This address belongs to Rondo itself: choose another.')
  .refine(
    (value) => isReserved(value) || isSlug(value),
    'Use lower-case letters, digits and single hyphens, such as north-star.',
  )
  .openapi({ type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });

/** Letters that ISO 3166 leaves to everyone's own use; Kosovo's XK is used by all. */
const NOBODYS = /^(AA|Q[M-Z]|X[A-JL-Z]|ZZ)$/;
let regions: Intl.DisplayNames | undefined;

function isRegion(code: string): boolean {
  regions ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return regions.of(code) !== undefined;
}

export const country = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    (value) => /^[A-Z]{2}$/.test(value) && !NOBODYS.test(value) && isRegion(value),
    'Write the two letters of a country, such as FR.',
  )
  .openapi({ example: 'FR' });

const workspaceName = line(120);

export const setUpBody = z.strictObject({
  token: text(200, 1),
  workspace: z.strictObject({
    name: workspaceName,
    slug: slug.optional(),
    timeZone,
    locale,
    country: country.nullish(),
  }),
  owner: z.strictObject({ name: personName, email: signInAddress, password }),
});

const accent = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'Write a colour such as #0e5f48.')
  .toLowerCase();

const addOn = z.strictObject({
  name: line(60),
  unlimited: z.boolean().default(true),
  on: z.boolean().default(true),
});

/** L8: a plan stands as a whole; what is left out is as in a plan that has the scheduler and no add-ons. */
const plan = z.strictObject({
  name: line(60),
  generalLinksPerMember: z.number().int().min(0).max(10_000).nullable(),
  scheduler: z.boolean().default(true),
  addOns: z
    .array(addOn)
    .max(10, 'A plan has at most ten add-ons.')
    .refine(
      (all) => new Set(all.map(({ name }) => fold(name))).size === all.length,
      'Two add-ons have the same name.',
    )
    .default([]),
});

export const planAnswer = z
  .object({
    name: z.string(),
    generalLinksPerMember: z.number().nullable(),
    scheduler: z.boolean(),
    addOns: z.array(z.object({ name: z.string(), unlimited: z.boolean(), on: z.boolean() })),
  })
  .openapi('Plan');

export const workspaceChange = z
  .strictObject({
    name: workspaceName,
    slug,
    timeZone,
    locale,
    country: country.nullable(),
    accent,
    appointmentPage: z
      .strictObject({ enabled: z.boolean(), linkId: id.nullable() })
      .refine(({ enabled, linkId }) => !enabled || linkId !== null, {
        path: ['linkId'],
        message: 'Choose the link that the appointment page shows before opening it.',
      }),
    plan,
    onDecline: z.enum(ON_DECLINE),
    calendarStaleMinutes: z
      .number()
      .int()
      .min(5, 'Calendars are read every five minutes: allow 5 minutes at least.')
      .max(1440, 'Allow a day at most, which is 1440 minutes.'),
  })
  .partial();

export const workspaceAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    timeZone: z.string(),
    locale,
    country: z.string().nullable(),
    accent: z.string(),
    logoUrl: z.string().nullable().openapi({ description: 'The picture on the public pages' }),
    logo: z
      .object({ width: z.number(), height: z.number(), seeThrough: z.boolean() })
      .nullable()
      .openapi({ description: 'Its shape, and whether it stands on a light plate in the dark' }),
    appointmentPage: z.object({ enabled: z.boolean(), linkId: z.string().nullable() }),
    plan: planAnswer,
    onDecline: z
      .enum(ON_DECLINE)
      .openapi({ description: 'What follows when a visitor declines from their calendar' }),
    calendarStaleMinutes: z
      .number()
      .openapi({ description: 'How long an outside calendar may go unread before it closes its member' }),
    version: z.number(),
    createdAt: z.string(),
  })
  .openapi('Workspace');
