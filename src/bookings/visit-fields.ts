import { minuteFromIso } from '#engine/minutes.ts';
import { emailAddress, instant, line, text, timeZone, z } from '#platform/http/fields.ts';
import { languageFrom } from '#platform/messages/language.ts';
import type { Language } from '#platform/messages/messages.ts';
import type { FoundLink } from '#links/store-public.ts';
import { utmGiven } from '#crm/leads/utm-fields.ts';
import { utmFrom } from '#crm/leads/utm.ts';
import { contactToken, whoField } from './slots-query.ts';
import type { VisitInput } from './visit.ts';

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
  utm: utmGiven.nullish(),
  c: contactToken.nullish(),
  who: whoField.nullish(),
});
export type NewVisitInput = z.infer<typeof NewVisit>;

/** The link's language, else the visitor's, else the workspace's. */
export function languageOf({ link, workspace }: FoundLink, acceptLanguage: string | undefined): Language {
  const wanted = link.settings.language === 'visitor' ? undefined : link.settings.language;
  return acceptLanguage ? languageFrom(acceptLanguage, wanted) : (wanted ?? workspace.locale);
}

export function visitFrom(input: NewVisitInput, language: Language): VisitInput {
  const { name, email, phone, skype, details } = input.visitor;
  return {
    start: minuteFromIso(input.start)!,
    ...(input.durationMinutes !== undefined && { durationMinutes: input.durationMinutes }),
    timeZone: input.timeZone,
    language,
    visitor: { name, email, ...(phone && { phone }), ...(skype && { skype }), ...(details && { details }) },
    answers: input.answers ?? {},
    consents: input.consents ?? {},
    guests: input.guests ?? [],
    utm: input.utm ? utmFrom(input.utm) : null,
    ...(input.c && { c: input.c }),
    ...(input.who && { who: input.who }),
  };
}
