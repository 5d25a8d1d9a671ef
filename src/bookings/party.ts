import { createLeadFromVisitor } from '#crm/matching/create-lead.ts';
import type { Person } from '#crm/matching/person.ts';
import { matchPerson } from '#crm/matching/store.ts';
import { touchRecord } from '#crm/timeline/store-touch.ts';
import { readMemberByEmail } from '#people/store.ts';
import { isoNow } from '#platform/clock.ts';
import { BeginAgain, type Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { Link } from '#links/link.ts';
import { answersForLead } from './answers-for-lead.ts';
import type { Booking, Visitor } from './booking.ts';

/** Who the visitor is to us. A colleague's own address is internal and makes no lead (E15). */
export interface Party {
  person: Person | null;
  internal: boolean;
}

export async function knownParty(tx: Tx, workspaceId: string, email: string): Promise<Party> {
  const person = await matchPerson(tx, workspaceId, email);
  const member = await readMemberByEmail(tx, workspaceId, email);
  return { person, internal: member?.active === true };
}

export function refOf({ person }: Party): Booking['party'] {
  return person && { kind: person.kind, id: person.id };
}

/**
 * The person a booking belongs to: the one we know, touched but never overwritten (E6), or one new lead (F4)
 * with what was typed, its answers in the fields their questions name, and how they came.
 */
export async function partyFor(
  tx: Tx,
  platform: Platform,
  link: Pick<Link, 'workspaceId' | 'title' | 'settings'>,
  visit: Pick<Booking, 'answers' | 'utm'> & { visitor: Visitor },
  known: Party,
): Promise<Party> {
  const { workspaceId } = link;
  if (known.person && !(await touchRecord(tx, workspaceId, known.person, isoNow(platform.clock)))) {
    throw new BeginAgain('the person went to the trash at this moment');
  }
  if (known.person || known.internal) return known;
  const fields = new Map(
    link.settings.questions.map(({ id, field }) => [
      field,
      visit.answers.find((answer) => answer.id === id)?.value,
    ]),
  );
  const person = await createLeadFromVisitor(tx, platform.clock, {
    workspaceId,
    ...visit.visitor,
    phone: visit.visitor.phone ?? fields.get('phone'),
    skype: visit.visitor.skype ?? fields.get('skype'),
    companyName: fields.get('companyName'),
    jobTitle: fields.get('jobTitle'),
    custom: await answersForLead(tx, workspaceId, link.settings.questions, visit.answers),
    source: link.title,
    utm: visit.utm,
  });
  return { person, internal: false };
}
