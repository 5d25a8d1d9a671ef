import { z } from '@hono/zod-openapi';
import { dayFromText, minuteFromIso } from '#engine/minutes.ts';
import { zoneNamed } from '#engine/zone.ts';
import { isId } from '../ids.ts';
import { checkAddress } from '../mailer/address.ts';

export { z };

/** Text that both databases can keep: well-formed Unicode without NUL. Length counts characters. */
export function text(max: number, min = 0) {
  return z
    .string()
    .min(min, min === 1 ? 'Write something here.' : `Write at least ${min} characters.`)
    .max(max, `Keep this within ${max} characters.`)
    .refine(
      (value) => value.isWellFormed() && !value.includes('\u0000'),
      'This holds characters that are not text.',
    );
}

/** A name or title: one line, trimmed, not empty. Line breaks and their like become spaces. */
export function line(max: number) {
  return text(max * 2)
    .transform((value) => value.replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/gu, ' ').trim())
    .refine((value) => value.length > 0, 'Write something here.')
    .refine((value) => value.length <= max, `Keep this within ${max} characters.`)
    .openapi({ type: 'string', minLength: 1, maxLength: max });
}

export const id = z.string().refine(isId, 'This is not an id of this workspace.').openapi({ format: 'uuid' });

/** A date of the calendar that exists: 2026-02-30 does not. */
export const date = z
  .string()
  .refine((value) => dayFromText(value) !== null, 'Write a date that exists, such as 2026-12-01.')
  .openapi({ format: 'date' });

/** An instant in UTC, whole minutes: 2026-12-01T09:00:00Z. */
export const instant = z
  .string()
  .refine((value) => minuteFromIso(value) !== null, 'Write an instant in UTC, such as 2026-12-01T09:00:00Z.')
  .openapi({ format: 'date-time' });

/** An IANA zone name that this server knows. Never guessed, never silently UTC. */
export const timeZone = z
  .string()
  .max(64, 'Write a time zone such as Europe/Paris.')
  .refine((value) => zoneNamed(value) !== null, 'Write a time zone such as Europe/Paris.')
  .openapi({ example: 'Europe/Paris' });

export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day such as 09:00.');
export const endOfSpan = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Write a time of day such as 17:00.');

/** One address, strictly checked: what it says is exactly where mail goes. */
export const emailAddress = z
  .string()
  .max(400)
  .transform((value) => value.trim())
  .refine((value) => checkAddress(value), 'Write an e-mail address we can answer, such as name@example.com.')
  .openapi({ type: 'string', format: 'email', maxLength: 254 });

export const locale = z.enum(['en', 'fr', 'pl']);

/** How lists are asked for. */
export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: text(200).optional(),
  q: text(200).optional(),
  sort: z.string().max(40).optional(),
});

export function listOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const idParam = z.object({ id });

/**
 * Whether people may be sent there. Browsers forgive much: line breaks inside, backslashes, a missing "//". What is
 * kept needs no forgiving, and names no user whose name could pass for the host.
 */
export function isHttps(value: string): boolean {
  const url = /^https:\/\/[^\s\\/\p{Cc}][^\s\\\p{Cc}]*$/iu.test(value) ? URL.parse(value) : null;
  return url !== null && url.username === '' && url.password === '';
}
