import ICAL from 'ical.js';

/** What is to be known of an event of ours when it is met again. */
export interface Standing {
  uid: string;
  sequence: number;
  /** Minutes UTC. */
  start: number;
  end: number;
}

/** The first event of an object; null when there is none that can be read. */
export function readStanding(text: string): Standing | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const found = calendar.getFirstSubcomponent('vevent');
    if (!found) return null;
    const event = new ICAL.Event(found);
    return {
      uid: event.uid,
      sequence: event.sequence ?? 0,
      start: minuteOf(event.startDate),
      end: minuteOf(event.endDate),
    };
  } catch {
    return null;
  }
}

function minuteOf(time: ICAL.Time): number {
  return Math.floor(time.toUnixTime() / 60);
}
