import { OutsideProblem, type OutsideProblemCode } from '#calendars/outside/problem.ts';
import { remoteCalendar } from '#calendars/outside/provider.test-support.ts';
import type {
  ChangePage,
  Provider,
  Reading,
  RemoteObject,
  Written,
  WrittenEvent,
} from '#calendars/outside/provider.ts';

interface Kept {
  etag: string;
  event: WrittenEvent;
}

/** Before it is written; after it, so that nobody hears of it. */
type Fault = { code: OutsideProblemCode; when: 'before' | 'after' };

/** A calendar service in memory that takes events as a CalDAV server does, and fails as it is told to. */
export class CalendarShelf {
  readonly calendars = ['work', 'home'];
  readonly #kept = new Map<string, Map<string, Kept>>(this.calendars.map((name) => [name, new Map()]));
  /** One for each writing to come. */
  faults: (Fault | null)[] = [];
  /** Happens once, while the answer to the next request is on its way. */
  meanwhile: (() => Promise<unknown>) | null = null;
  puts = 0;
  #marks = 0;

  readonly provider: Provider = {
    findCalendars: async () =>
      this.calendars.map((name) => remoteCalendar(name, { isMain: name === 'work' })),
    readChanges: (_account, { remoteId }, reading) => this.#read(remoteId, reading),
    readObject: (_account, { remoteId }, href) => this.#slowly(() => this.#object(remoteId, href)),
    put: (_account, { remoteId }, event, known) =>
      this.#slowly(() => {
        return this.#faulty(() => {
          this.puts++;
          return this.#put(this.of(remoteId), event, known);
        });
      }),
    remove: (_account, { remoteId }, known) =>
      this.#slowly(() =>
        this.#faulty(() => {
          const kept = this.of(remoteId).get(known.href);
          if (kept && kept.etag !== known.etag) throw new OutsideProblem('changed', 'another mark');
          this.of(remoteId).delete(known.href);
        }),
      ),
  };

  of(calendar: string): Map<string, Kept> {
    return this.#kept.get(calendar)!;
  }

  /** What stands in a calendar: titles with their starts, in order. */
  shows(calendar = 'work'): string[] {
    const all = [...this.of(calendar).values()].map(({ event }) => event);
    return all.map(({ title, start }) => `${title} ${at(start)}`).toSorted();
  }

  /** What its owner does in another program. */
  edit(change: Partial<WrittenEvent> | null, calendar = 'work'): void {
    for (const [href, { event }] of this.of(calendar)) {
      if (change === null) this.of(calendar).delete(href);
      else this.#keep(this.of(calendar), href, { ...event, ...change });
    }
  }

  #keep(shelf: Map<string, Kept>, href: string, event: WrittenEvent): Written {
    const etag = `"${++this.#marks}"`;
    shelf.set(href, { etag, event });
    return { href, etag };
  }

  #put(shelf: Map<string, Kept>, event: WrittenEvent, known: Written | null): Written {
    const href = known?.href ?? `${event.uid}.ics`;
    const kept = shelf.get(href);
    if (known) {
      if (kept?.etag !== known.etag) throw new OutsideProblem('changed', 'another mark');
    } else if (kept) {
      const isTime = kept.event.start === event.start && kept.event.end === event.end;
      if (!isTime && kept.event.sequence >= event.sequence) throw new OutsideProblem('changed', 'moved');
      if (isTime && kept.event.sequence === event.sequence) return { href, etag: kept.etag };
    }
    return this.#keep(shelf, href, event);
  }

  async #slowly<T>(act: () => T): Promise<T> {
    const { meanwhile } = this;
    this.meanwhile = null;
    try {
      return act();
    } finally {
      await meanwhile?.();
    }
  }

  #faulty<T>(act: () => T): T {
    const fault = this.faults.shift() ?? null;
    if (fault?.when === 'before') throw new OutsideProblem(fault.code, 'told to fail');
    const done = act();
    if (fault) throw new OutsideProblem(fault.code, 'told to fail');
    return done;
  }

  #object(calendar: string, href: string): RemoteObject | null {
    const kept = this.of(calendar).get(href);
    if (!kept) return null;
    const { uid, sequence, start, end, title } = kept.event;
    const time = { start, end, title, allDay: false, busy: true, recurrenceId: null };
    const expanded = { uid, sequence, status: 'confirmed' as const, occurrences: [time], oddities: [] };
    return { href, etag: kept.etag, expanded };
  }

  async *#read(calendar: string, { known }: Reading): AsyncGenerator<ChangePage> {
    const hrefs = [...this.of(calendar).keys()];
    const changed = hrefs.map((href) => this.#object(calendar, href)!);
    const removed = [...(await known()).keys()].filter((href) => !hrefs.includes(href));
    yield { changed, removed, cursor: 'read', total: changed.length };
  }
}

function at(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(5, 16);
}
