import { readOwned } from '#crm/matching/store-owners.ts';
import type { PersonKind } from '#crm/contacts/tables.ts';
import type { Clock } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Standing } from '#bookings/find-booking.ts';
import { ownOffer } from './own-offer.ts';

/**
 * The link as a visitor may move their meeting in it. Whoever came by a link that was mailed to them goes on with their
 * owner, or with whom they have (C2.1, D6). For everybody else it is the whole link, or moving would tell whose visitor
 * they are (C5).
 */
export async function foundForMove(
  db: Reader,
  clock: Clock,
  { booking, found }: Standing,
): Promise<FoundLink> {
  const { invited, party, workspaceId, visitor, hostIds } = booking;
  if (!invited || !party || found.link.settings.ownerFirst !== 'strict') return found;
  const { kind, id } = party;
  const person = await readOwned(db, workspaceId, { kind: kind as PersonKind, id });
  if (!person) return found;
  const email = visitor?.email ?? '';
  const contact = {
    proof: 'sent',
    email,
    record: null,
    person: { ...person, email },
    ownerId: person.ownerId,
  } as const;
  const own = await ownOffer(db, clock, found, contact);
  if (own.branch !== 'owner') return found;
  const chairs = own.found.link.settings.chairs.map((chair, at) => {
    if (!chair.among) return chair;
    const among = [...chair.among, ...hostIds];
    const { candidateIds } = found.link.settings.chairs[at]!;
    return { ...chair, candidateIds: candidateIds.filter((one) => among.includes(one)), among };
  });
  return { ...found, link: { ...found.link, settings: { ...found.link.settings, chairs } } };
}
