import { isoFromMinute } from '#engine/minutes.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { limitedTo } from '#crm/timeline/record-rights.ts';
import { visibleRecord } from '#crm/records/record-desks.ts';
import type { CompanySummary } from './company-fields.ts';
import { readCompanySummary, type SummaryRow } from './store-company.ts';

const MOST_SHOWN = 5;

/** P2: what the tabs count and what stands beside them, as far as the caller may see it (P9); two statements. */
export async function summarizeCompany(
  platform: Platform,
  caller: Caller,
  id: string,
): Promise<CompanySummary> {
  const db = platform.db.read;
  const { ownerId } = await visibleRecord(db, caller, 'company', id);
  const rows = await readCompanySummary(db, {
    workspaceId: caller.workspaceId,
    companyId: id,
    ownerId,
    limitedTo: limitedTo(caller),
    now: minuteNow(platform.clock),
    most: MOST_SHOWN,
  });
  const of = (part: SummaryRow['part']) => rows.filter((row) => row.part === part);
  const [owner, city, last, meeting] = [of('owner')[0], of('city')[0], of('last')[0], of('meeting')[0]];
  return {
    id,
    owner: owner ? { id: owner.id!, name: owner.name! } : null,
    counts: Object.fromEntries(of('count').map((row) => [row.name, row.amount])) as CompanySummary['counts'],
    lastActivityAt: last?.at ?? null,
    preferredCity: city?.name ?? null,
    nextMeeting: meeting ? meetingFrom(meeting) : null,
    people: of('person').map((row) => ({
      ...named(row),
      jobTitle: row.detail,
      email: row.extra,
    })),
    openDeals: of('deal').map(dealFrom),
    tasks: of('task').map(taskFrom),
  };
}

function named({ id, name }: SummaryRow) {
  return { id: id!, name: name! };
}

function meetingFrom({ id, name, amount, until }: SummaryRow) {
  return { id: id!, title: name!, start: isoFromMinute(amount!), end: isoFromMinute(until!) };
}

function dealFrom(row: SummaryRow) {
  const [currency, expectedClose] = row.extra!.split(' ');
  return {
    ...named(row),
    amount: row.amount === null || !currency ? null : { amount: row.amount, currency },
    stage: row.detail!,
    expectedClose: expectedClose || null,
  };
}

function taskFrom({ id, name, amount, detail }: SummaryRow) {
  return { id: id!, title: name!, dueAt: amount === null ? null : isoFromMinute(amount), assigneeId: detail };
}
