import { PERMISSIONS } from '#platform/http/caller.ts';
import { emailAddress, id, isHttps, line, listOf, locale, text, timeZone, z } from '#platform/http/fields.ts';
import type { Member } from './member.ts';
import { permissionsOf } from './permission.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-length.ts';

export const personName = line(120);
export const permission = z.enum(PERMISSIONS);
export const permissions = z.array(permission).max(20).transform(unique);
export const role = z.enum(['owner', 'admin', 'member']);

/** The sign-in library knows plain addresses only, so members have such. */
export const signInAddress = emailAddress.refine(
  (value) => z.email().safeParse(value).success,
  'Write an e-mail address in plain letters, such as name@example.com.',
);

const meetingUrl = text(500).refine(isHttps, 'Write the address of the video room, beginning with https://');

export const password = text(LONGEST_PASSWORD, SHORTEST_PASSWORD);

/** What people type as a code: six digits, or a recovery code, with spaces and hyphens as they like. */
export const typedCode = text(40, 1);

export const newMember = z.strictObject({
  name: personName,
  email: signInAddress,
  password: password.optional(),
  role: role.optional(),
  seat: z.boolean().optional(),
  permissions: permissions.optional(),
  timeZone: timeZone.optional(),
  locale: locale.optional(),
  active: z.boolean().optional(),
  holidayListId: id.nullable().optional(),
  meetingUrl: meetingUrl.nullable().optional(),
});

export const memberChange = newMember.omit({ password: true }).partial();

export const memberAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    seat: z.boolean(),
    permissions: z.array(permission),
    timeZone: z.string(),
    locale,
    active: z.boolean(),
    invited: z.boolean(),
    holidayListId: z.string().nullable(),
    meetingUrl: z.string().nullable().openapi({ description: 'Where they are met by video' }),
    version: z.number(),
    createdAt: z.string(),
    deactivatedAt: z.string().nullable(),
  })
  .openapi('Member');

/** A member as everybody sees them: with the permissions that they really hold (N1). */
export function presentMember(member: Member): z.infer<typeof memberAnswer> {
  return memberAnswer.parse({ ...member, permissions: permissionsOf(member.role, member.permissions) });
}

export const memberList = listOf(memberAnswer);

function unique<T>(list: T[]): T[] {
  return [...new Set(list)];
}
