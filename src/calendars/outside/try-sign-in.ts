import type { Caller } from '#platform/http/caller.ts';
import { takeFrom } from '#platform/limits/limit.ts';
import { translator } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, tooMany, type Problem } from '#platform/refusal.ts';
import { openSignIn, type SignIn } from './open-account.ts';
import { OutsideProblem } from './problem.ts';
import type { Providers, RemoteCalendar } from './provider.ts';

const MOST_WAITED_MS = 20_000;
/** Who has more of them shares many: those that matter can be connected by their own address. */
const MOST_CALENDARS = 50;

export interface Found {
  calendars: RemoteCalendar[];
  /** As it was given, or as the service renewed it meanwhile. */
  secret: string;
}

/** Signs in and looks which calendars there are; outside any transaction. Throws `OutsideProblem`. */
export async function trySignIn(providers: Providers, signIn: SignIn): Promise<Found> {
  const provider = providers[signIn.kind];
  if (!provider) throw new OutsideProblem('not-set-up', `no provider for ${signIn.kind}`);
  const { account, kept } = openSignIn(signIn);
  const signal = AbortSignal.timeout(MOST_WAITED_MS);
  try {
    const calendars = await provider.findCalendars(account, signal);
    if (calendars.length === 0) throw new OutsideProblem('no-calendar', 'there are no calendars');
    return { calendars: calendars.slice(0, MOST_CALENDARS), secret: kept() };
  } catch (error) {
    if (!(error instanceof OutsideProblem) && signal.aborted) {
      throw new OutsideProblem('timeout', 'finding calendars took too long', { cause: error });
    }
    throw error;
  }
}

const TRIES = { max: 30, windowSeconds: 600 };

/**
 * The same for who fills in a form: what is wrong is said at the field that it is about. Nobody guesses passwords or
 * looks for servers through us: tries are counted (ABUSE 30).
 */
export async function trySignInOrRefuse(
  { db, clock }: Platform,
  providers: Providers,
  { workspaceId, memberId }: Caller,
  signIn: SignIn,
): Promise<Found> {
  const limit = { name: `calendar-sign-in:${memberId}`, ...TRIES };
  const usedUp = await takeFrom(db, clock, workspaceId, limit);
  if (usedUp) throw tooMany(usedUp.retryAfterSeconds);
  try {
    return await trySignIn(providers, signIn);
  } catch (error) {
    if (error instanceof OutsideProblem) throw signInRefusal(signIn, error);
    throw error;
  }
}

function signInRefusal({ kind }: SignIn, { code }: OutsideProblem): Problem {
  if (kind === 'ics' && code === 'sign-in') return invalid({ path: 'url', message: SHUT });
  const path = code === 'sign-in' || code === 'revoked' ? 'password' : 'url';
  return invalid({ path, message: translator('en')(`calendar.problem.${code}`) });
}

/** A subscription has no field for a password: who is told of one must learn what to look for instead. */
const SHUT = 'This address asks for a password. Take a published or secret address of the calendar.';
