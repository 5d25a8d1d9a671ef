import { id, line, locale, text, timeZone, z } from '#platform/http/fields.ts';
import { password, personName, signInAddress } from './member-fields.ts';
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
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

export const country = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    (value) => /^[A-Z]{2}$/.test(value) && !NOBODYS.test(value) && regions.of(value) !== undefined,
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

const plan = z.strictObject({
  name: line(60),
  generalLinksPerMember: z.number().int().min(0).max(10_000).nullable(),
});

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
    appointmentPage: z.object({ enabled: z.boolean(), linkId: z.string().nullable() }),
    plan: z.object({ name: z.string(), generalLinksPerMember: z.number().nullable() }),
    version: z.number(),
    createdAt: z.string(),
  })
  .openapi('Workspace');
