import { emailAddress, instant, line, text, timeZone, z } from '#platform/http/fields.ts';

const phone = z
  .string()
  .max(40)
  .refine(
    (value) => /^[+()\d][\d ()./x-]{3,}$/i.test(value.trim()),
    'Write a phone number, such as +48 58 555 01 42.',
  );

/** A visitor's booking. Unknown fields are ignored: nobody books a host, a status or an owner (ABUSE 7). */
export const NewVisit = z.object({
  start: instant,
  durationMinutes: z.number().int().min(5).max(1440).optional(),
  timeZone,
  visitor: z.object({
    name: line(200),
    email: emailAddress,
    phone: phone.nullish(),
    skype: text(100).nullish(),
    details: text(4000).nullish(),
  }),
  answers: z.record(z.string().max(40), z.unknown()).nullish(),
  consents: z.record(z.string().max(40), z.boolean()).nullish(),
  guests: z.array(emailAddress).max(50, 'Invite fewer guests.').nullish(),
  c: z.string().max(2000).nullish(),
});
export type NewVisitInput = z.infer<typeof NewVisit>;
