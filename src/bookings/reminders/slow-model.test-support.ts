import { momentOf } from './reminder.ts';

/** A meeting as a person would follow it: what was done to it, and which mails that should have made. */
export interface Followed {
  start: number;
  end: number;
  status: 'scheduled' | 'cancelled';
  host: string;
  /** When it was last given its time: what lay before that moment was never promised. */
  promisedAt: number;
  /** 'minutes timing recipient moment' of what was sent. */
  sent: Set<string>;
}

interface Promised {
  minutes: number;
  when: 'before' | 'after';
  to: 'visitor' | 'host';
}

/** Which mails should leave at this moment, looking at everything anew each time. */
export function expectedAt(
  meetings: readonly Followed[],
  promised: readonly Promised[],
  now: number,
): string[] {
  const mails: string[] = [];
  for (const meeting of meetings) {
    if (meeting.status !== 'scheduled') continue;
    for (const { minutes, when, to } of promised) {
      const moment = momentOf({ timing: when, minutes }, meeting);
      const name = `${minutes} ${when} ${to} ${moment}`;
      if (moment > now || moment <= meeting.promisedAt || meeting.sent.has(name)) continue;
      meeting.sent.add(name);
      if (when === 'before' && meeting.start <= now) continue;
      const kind = when === 'before' ? 'reminder' : 'follow-up';
      mails.push(to === 'visitor' ? `${kind} to visitor` : `host-${kind} to ${meeting.host}`);
    }
  }
  return mails.toSorted();
}
