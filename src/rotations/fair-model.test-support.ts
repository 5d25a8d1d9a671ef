import { chooseHosts } from '#engine/choose-host.ts';
import { levelFor } from './level.ts';

interface Meeting {
  madeAt: number;
  gone: boolean;
}

interface Person {
  id: string;
  weight: number;
  on: boolean;
  joinedAt: number;
  credit: number;
  /** Meetings that count, added up; `recount` goes through all of them instead. */
  made: number;
  /** In the order they were made. */
  meetings: Meeting[];
}

/** A rotation in the plainest words: what the rules R4 to R8 say, in memory, beside the engine's own choice. */
export class FairModel {
  readonly #people = new Map<string, Person>();
  /** Whoever left keeps their meetings, for ties, should they return. */
  readonly #past = new Map<string, Meeting[]>();
  readonly #newcomers: 'reset' | 'level';
  #now = 0;
  #countingFrom = 0;

  constructor(newcomers: 'reset' | 'level' = 'reset') {
    this.#newcomers = newcomers;
  }

  join(id: string, weight = 1): void {
    this.#now += 1;
    const credit = this.#newcomers === 'level' ? levelFor(weight, this.#present()) : 0;
    if (this.#newcomers === 'reset') {
      this.#countingFrom = this.#now;
      for (const person of this.#people.values()) Object.assign(person, { credit: 0, made: 0 });
    }
    const meetings = this.#past.get(id) ?? [];
    this.#people.set(id, { id, weight, on: true, joinedAt: this.#now, credit, made: 0, meetings });
  }

  #present() {
    return [...this.#people.values()].map((one) => ({
      count: countOf(one),
      weight: one.weight,
      able: one.on,
    }));
  }

  leave(id: string): void {
    this.#past.set(id, this.#people.get(id)!.meetings);
    this.#people.delete(id);
  }

  toggle(id: string, on: boolean): void {
    this.#people.get(id)!.on = on;
  }

  /** Who gets a meeting for which these are free; null when nobody can. */
  assign(isFree: (id: string) => boolean = () => true): string | null {
    const candidates = [...this.#people.values()]
      .filter((person) => person.on)
      .map((person) => ({
        id: person.id,
        chair: 0,
        free: isFree(person.id),
        reasons: [],
        count: countOf(person),
        weight: person.weight,
        lastScheduledAt: person.meetings.findLast((meeting) => !meeting.gone)?.madeAt ?? null,
      }));
    const chosen = chooseHosts({ rules: ['fewest-booked'], seed: 0, candidates })?.[0] ?? null;
    if (chosen !== null) this.assignByHand(chosen);
    return chosen;
  }

  /** R5: the chosen one counts one more, whoever was passed over is unchanged. */
  assignByHand(id: string): void {
    this.#now += 1;
    const person = this.#people.get(id)!;
    person.meetings.push({ madeAt: this.#now, gone: false });
    person.made += 1;
  }

  /** Deletes the n-th newest meeting of somebody who is in; false when there is none, or it is gone. */
  remove(id: string, nth: number): boolean {
    const person = this.#people.get(id)!;
    const meeting = person.meetings.at(-nth);
    if (!meeting || meeting.gone) return false;
    if (this.#doesCount(person, meeting)) person.made -= 1;
    meeting.gone = true;
    return true;
  }

  #doesCount({ joinedAt }: Person, { gone, madeAt }: Meeting): boolean {
    return !gone && madeAt >= Math.max(this.#countingFrom, joinedAt);
  }

  isOn(id: string): boolean {
    return this.#people.get(id)!.on;
  }

  ids(): string[] {
    return [...this.#people.keys()];
  }

  counts(): Map<string, number> {
    return new Map([...this.#people.values()].map((person) => [person.id, countOf(person)]));
  }

  recount(): Map<string, number> {
    const counted = (person: Person) => person.meetings.filter((one) => this.#doesCount(person, one)).length;
    return new Map([...this.#people.values()].map((person) => [person.id, person.credit + counted(person)]));
  }
}

function countOf({ credit, made }: Person): number {
  return credit + made;
}
