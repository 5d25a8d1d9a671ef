import type { Platform } from '#platform/platform.ts';
import { knownLanguage } from '#platform/messages/language.ts';
import { LADDER_DAYS } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Contact, Who } from '#bookings/owner-first/contact.ts';
import { contactFrom, offerFor, type OfferForVisitor } from '#bookings/owner-first/owner-first.ts';
import { aboutLink } from './about-link.ts';
import { href } from './address.ts';
import { signOf } from './brand.ts';
import { carriedInFrame, embeddedFrom } from './embedded.ts';
import { frameFor, type PageContext } from './send-page.ts';
import { utmQuery } from './utm.ts';
import type { About, At, Choose, Frame, Usual } from './view.ts';

/** Where a visitor stands on a link's page. */
export interface Place {
  frame: Frame;
  at: At;
  about: About;
  /** Set when the times are those of the visitor's usual contact, or in their stead (C2, C3). */
  usual?: Usual;
  /** A meeting that is being moved: its own time counts as free. */
  moving?: { bookingId: string; view: Choose['moving'] };
}

/** The same on a link that may know its visitor. */
export interface OwnPlace extends Place {
  /** Null for a stranger. */
  contact: Contact | null;
  /** The link as this visitor may have it (C1–C3). */
  offer: OfferForVisitor;
}

type Asked = Partial<Record<string, string>>;

/** `asked` holds the query of a page, or the fields of a form: both carry the language, the token and the choice. */
export async function placeOf(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  asked: Asked,
): Promise<OwnPlace> {
  const contact = await contactFrom(platform, found, asked.c);
  const who = whoFrom(asked);
  const offer = await offerFor(platform, found, contact, who);
  const usual = usualOf(found, offer);
  const at = { path: new URL(c.req.url).pathname, query: { ...carried(asked, who), ...utmQuery(asked) } };
  const about = await aboutLink(platform, offer.found, contact);
  return {
    frame: frameOf(platform, c, found, at, asked),
    at,
    about,
    contact,
    offer,
    ...(usual && { usual }),
  };
}

/** What a page says of the visitor's usual contact; undefined on an ordinary one (C1, C2.3, C2.4). */
function usualOf(
  { link }: FoundLink,
  { branch, ownerFull, ownerName, ladder }: OfferForVisitor,
): Usual | undefined {
  if (!ownerFull && !ladder && branch !== 'owner') return undefined;
  const workingDays = link.settings.ladderDays ?? LADDER_DAYS;
  return {
    ...(ownerName !== null && { name: ownerName }),
    ...(ladder && { ladder: { ...ladder, workingDays } }),
  };
}

/** A form is sent to an address that cannot be read again: the languages lead to where it stood. */
function frameOf(
  platform: Platform,
  c: PageContext,
  { workspace, link }: FoundLink,
  at: At,
  asked: Asked,
): Frame {
  const named = signOf(workspace);
  const { language } = link.settings;
  const wanted = knownLanguage(asked.language) ?? (language === 'visitor' ? undefined : language);
  const address = c.req.method === 'GET' ? undefined : href(at);
  const frame = frameFor(platform, c, named, { language: wanted, ...(address && { address }) });
  const embed = embeddedFrom(asked, link.settings.embedOrigins, at.path);
  return { ...frame, ...(embed && { embed }) };
}

const LONGEST_TOKEN = 2_000;

function carried(asked: Asked, who: Who | undefined): Record<string, string> {
  const { language, c } = asked;
  // What can be no token of ours is not written into every address of the page.
  const token = c && c.length <= LONGEST_TOKEN ? c : undefined;
  const kept = { ...(language && { language }), ...(token && { c: token }), ...(who && { who }) };
  return { ...kept, ...carriedInFrame(asked) };
}

function whoFrom({ who }: Asked): Who | undefined {
  return who === 'owner' || who === 'first' ? who : undefined;
}
