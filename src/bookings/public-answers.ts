import { z } from '#platform/http/fields.ts';
import { linkFields } from '#links/link-fields.ts';

const { questions, consents, location, ...told } = linkFields;
const { field: _ours, ...question } = questions.element.shape;

/** All that a page about a link tells a stranger (ABUSE 20). */
export const linkPage = z
  .object({
    title: told.title,
    kind: told.kind,
    description: told.description,
    footer: told.footer,
    workspace: z.object({ name: z.string(), slug: z.string(), accent: z.string() }),
    slug: told.slug,
    durationsMinutes: told.durationsMinutes,
    incrementMinutes: told.incrementMinutes,
    timeZone: told.timeZone,
    language: told.language,
    location: z.object({ kind: location.unwrap().shape.kind }).nullable(),
    questions: z.array(z.object(question)),
    consents,
    guests: told.guests,
    hosts: z.array(z.object({ name: z.string() })),
    redirectUrl: told.redirectUrl,
  })
  .openapi('LinkPage');

/** Free times by the visitor's dates; only dates that have some. */
export const slotsAnswer = z
  .object({
    timeZone: z.string(),
    durationMinutes: z.number(),
    days: z.array(z.object({ date: z.string(), slots: z.array(z.string()) })),
  })
  .openapi('Slots');
