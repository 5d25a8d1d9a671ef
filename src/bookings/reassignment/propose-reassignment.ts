import type { Decision } from '#engine/decide.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { readMember } from '#people/store.ts';
import { findBooking, type Standing } from '#bookings/find-booking.ts';
import { meetingsInNeed } from './needs-host.ts';
import { presentCandidate } from '#bookings/assignment/present-assignment.ts';
import type { ReassignmentProposal } from './reassign-fields.ts';
import { cannotChange } from './reassignment.ts';
import { assignmentSentence } from '#bookings/assignment/sentence.ts';
import { readMemberNames } from '#people/store.ts';
import { vacancyByRule, whoGoes } from './vacancy.ts';
import { weighHosts } from '#bookings/weigh-hosts.ts';
import { obstaclesFor } from './why-not.ts';

interface Asked {
  fromHostId?: string | undefined;
  hostId?: string | undefined;
}

/** E11, before it is done: whom the rule would choose and why, who else is free, and what keeps a named one from it. */
export async function proposeReassignment(
  platform: Platform,
  caller: Caller,
  bookingId: string,
  asked: Asked,
): Promise<ReassignmentProposal | { refused: 'not-found' | 'not-scheduled' | 'begun' | 'not-a-host' }> {
  const { db, clock } = platform;
  const standing = await findBooking(db.read, caller.workspaceId, bookingId);
  if (!standing) return { refused: 'not-found' };
  const refused = cannotChange(platform, standing.booking);
  if (refused) return { refused };
  const among = { ids: [bookingId], kind: db.kind };
  const needs = await meetingsInNeed(db.read, caller.workspaceId, minuteNow(clock), among);
  const whyOf = new Map(needs.get(bookingId)?.map(({ hostId, why }) => [hostId, why]));
  const hosts = standing.hosts.map(({ member_id: id, name }) => ({ id, name, why: whyOf.get(id) ?? null }));
  const goes = await whoGoes(db.read, platform, standing.booking, asked.fromHostId);
  if (typeof goes !== 'string') {
    if (goes.refused === 'not-a-host') return { refused: 'not-a-host' };
    return { hosts, from: null, ...NOTHING };
  }
  return { hosts, from: goes, ...(await weigh(platform, caller, standing, goes, asked.hostId)) };
}

type Weighed = Omit<ReassignmentProposal, 'hosts' | 'from'>;

const NOTHING: Weighed = { byRule: null, whyNoRule: null, candidates: [], named: null };

async function weigh(
  platform: Platform,
  caller: Caller,
  standing: Standing,
  from: string,
  hostId: string | undefined,
): Promise<Weighed> {
  const { db, clock } = platform;
  const named = hostId ? await weighNamed(platform, standing, from, hostId) : null;
  const vacancy = await vacancyByRule(db.read, standing, from);
  if ('refused' in vacancy) return { ...NOTHING, whyNoRule: vacancy.refused, named };
  const decision = await weighHosts(db.read, clock, standing.booking, vacancy, 'by-hand');
  const others = decision.candidates.filter(({ id }) => !standing.booking.hostIds.includes(id));
  const names = await readMemberNames(
    db.read,
    caller.workspaceId,
    decision.candidates.map(({ id }) => id),
  );
  const byRule = decision.refused ? null : await choiceOf(platform, caller, decision, names);
  const candidates = others.map((one) => presentCandidate(one, names));
  return { byRule, whyNoRule: decision.refused ?? null, candidates, named };
}

async function weighNamed(
  platform: Platform,
  standing: Standing,
  from: string,
  hostId: string,
): Promise<Weighed['named']> {
  const eyes = { outsideHours: false };
  const obstacles = await obstaclesFor(platform, standing, { from, hostId, eyes });
  return { memberId: hostId, obstacle: obstacles[0] ?? null, obstacles };
}

/** A draw is made when it is done, not before. */
async function choiceOf(
  { db }: Platform,
  { workspaceId, memberId }: Caller,
  decision: Decision,
  members: ReadonlyMap<string, string>,
): Promise<Weighed['byRule']> {
  const { rule, chosen } = decision;
  if (rule === 'random') return { rule, memberId: null, sentence: null };
  const reader = await readMember(db.read, workspaceId, memberId);
  const known = { members, visitor: null, rotation: null };
  const sentence = assignmentSentence({ decision, byHand: null }, known, reader?.locale ?? 'en');
  return { rule, memberId: chosen[0] ?? null, sentence };
}
