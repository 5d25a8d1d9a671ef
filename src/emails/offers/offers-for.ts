import { isoNow } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Language } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { sealContact } from '#bookings/owner-first/contact-token.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import { findLinkById, type FoundLink } from '#links/store-public.ts';
import { textOfHtml } from '../plain-text.ts';
import { hasEnded } from './has-ended.ts';
import { markKept, putOffersBack, type Offer } from './offer-block.ts';
import { readRecipient, type Recipient } from './read-recipient.ts';
import { showOffer } from './show-offer.ts';
import { writeEnded, writeOffer, type WrittenOffer } from './write-offer.ts';

export interface KeptLetter {
  workspaceId: string;
  record: RecordRef | null;
  /** As it is kept, with its blocks. */
  html: string;
  text: string;
  /** Its writer's. */
  language: Language;
}

/**
 * Answers how a letter reads for one of its recipients, at the moment it leaves (L4): every address in it carries
 * their own token (C4). What is kept holds none. A link that was closed meanwhile is said to have ended.
 */
export async function offersOf(db: Reader, platform: Platform, letter: KeptLetter) {
  const { html: marked, offers, marks } = markKept(letter.html);
  const links = new Map<string, FoundLink | undefined>();
  for (const linkId of new Set(offers.map((offer) => offer.linkId)))
    links.set(linkId, await bookableLink(db, platform, letter.workspaceId, linkId));
  return async (email: string): Promise<{ html: string; text: string }> => {
    if (offers.length === 0) return { html: letter.html, text: letter.text };
    const recipient = await readRecipient(db, letter.workspaceId, letter.record, email);
    const written = offers.map((offer) =>
      writtenFor(platform, letter, offer, links.get(offer.linkId), recipient),
    );
    return {
      html: putOffersBack(
        marked,
        marks,
        written.map(({ html }) => html),
      ),
      text: inText(textOfHtml(marked), marks, written),
    };
  };
}

async function bookableLink(
  db: Reader,
  platform: Platform,
  workspaceId: string,
  linkId: string,
): Promise<FoundLink | undefined> {
  const found = await findLinkById(db, workspaceId, linkId);
  return found && !(await hasEnded(db, platform, found)) ? found : undefined;
}

function writtenFor(
  platform: Platform,
  { language }: KeptLetter,
  { starts }: Offer,
  found: FoundLink | undefined,
  recipient: Recipient | null,
): WrittenOffer {
  const now = isoNow(platform.clock);
  const left = found ? stillTheirs(found, starts, platform.clock.now()) : [];
  if (!found || (starts.length > 0 && left.length === 0)) return writeEnded(language);
  const c = recipient ? sealContact(platform, found.link, { proof: 'sent', ...recipient }) : undefined;
  const { publicUrl } = platform.config;
  return writeOffer(showOffer(found, left, { language, publicUrl, c, now }));
}

/** Those to come; of specific times, those that their owner has not taken away meanwhile. */
function stillTheirs({ link }: FoundLink, starts: readonly string[], now: number): string[] {
  const own = new Set(link.settings.times.map(({ start }) => Date.parse(start)));
  return starts.filter((start) => {
    const at = Date.parse(start);
    return at >= now && (link.kind !== 'specific-times' || own.has(at));
  });
}

function inText(marked: string, marks: readonly string[], written: readonly WrittenOffer[]): string {
  return marks.reduce((text, mark, at) => text.replace(mark, () => written[at]!.text), marked);
}
