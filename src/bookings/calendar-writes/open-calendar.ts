import type { Platform } from '#platform/platform.ts';
import { readMember } from '#people/store.ts';
import type { OutsideCalendar } from '#calendars/outside/calendar.ts';
import { openStored, remoteOf } from '#calendars/outside/open-account.ts';
import type { Outside } from '#calendars/outside/outside.ts';
import { OutsideProblem } from '#calendars/outside/problem.ts';
import type {
  OpenAccount,
  Provider,
  RemoteCalendar,
  Written,
  WrittenEvent,
} from '#calendars/outside/provider.ts';
import { expansionFor, readObject, windowAt } from '#calendars/outside/sync/expansion.ts';

/** What stands where an event of ours should. */
export interface Standing {
  known: Written;
  start: number | null;
  end: number | null;
  cancelled: boolean;
}

const KIND_OF_ROOM = { meet: 'google', teams: 'microsoft' } as const;

/** A calendar that can be written to, in the hands of one writing. */
export class OpenCalendar {
  readonly #platform: Platform;
  readonly #calendar: OutsideCalendar;
  readonly #provider: Required<Provider>;
  readonly #account: OpenAccount;
  readonly #remote: RemoteCalendar;
  readonly #signal: AbortSignal;

  static async open(
    platform: Platform,
    { providers }: Outside,
    calendar: OutsideCalendar,
    signal: AbortSignal,
  ): Promise<OpenCalendar> {
    const account = await openStored(platform, calendar);
    const provider = account && providers[account.kind];
    if (!provider) throw new OutsideProblem('not-set-up', 'nobody here speaks to this service');
    if (!isWritable(provider)) throw new OutsideProblem('forbidden', 'this calendar is only read');
    return new OpenCalendar(platform, calendar, provider, account, signal);
  }

  private constructor(
    platform: Platform,
    calendar: OutsideCalendar,
    provider: Required<Provider>,
    account: OpenAccount,
    signal: AbortSignal,
  ) {
    this.#platform = platform;
    this.#calendar = calendar;
    this.#provider = provider;
    this.#account = account;
    this.#remote = remoteOf(calendar, account);
    this.#signal = signal;
  }

  async put(event: WrittenEvent, known: Written | null): Promise<Written> {
    const written = await this.#provider.put(this.#account, this.#remote, event, known, this.#signal);
    const opensRoom = event.conference && KIND_OF_ROOM[event.conference] === this.#account.kind;
    return opensRoom ? { joinUrl: null, ...written } : written;
  }

  remove(known: Written): Promise<void> {
    return this.#provider.remove(this.#account, this.#remote, known, this.#signal);
  }

  /** As it stands there this very moment; null when it does not. */
  async look(href: string): Promise<Standing | null> {
    const { clock, config, db } = this.#platform;
    const object = await this.#provider.readObject(this.#account, this.#remote, href, this.#signal);
    if (object === null) return null;
    const { workspace_id, member_id } = this.#calendar;
    const member = (await readMember(db.read, workspace_id, member_id))!;
    const within = { window: windowAt(clock), publicUrl: config.publicUrl };
    const { seen } = readObject(expansionFor(this.#calendar, this.#account, member, within), object);
    if (seen === null) return null;
    return {
      known: { href, etag: object.etag },
      start: seen.start,
      end: seen.end,
      cancelled: seen.cancelled,
    };
  }
}

function isWritable(provider: Provider): provider is Required<Provider> {
  return 'put' in provider && 'remove' in provider && 'readObject' in provider;
}

/** Runs it again with what is known by then, while it changes under our hands. */
export async function whileChanging<T>(attempt: (isAgain: boolean) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(tries > 1);
    } catch (error) {
      const isChanged = error instanceof OutsideProblem && error.code === 'changed';
      if (!isChanged || tries === 3) throw error;
    }
  }
}
