import { fieldErrors } from '#platform/http/route.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound, Problem, type FieldError } from '#platform/refusal.ts';
import { readHolidayList } from '#hours/store-holiday-lists.ts';
import { checkHosts, checkSettings } from './check-link.ts';
import { checkAhead } from './check-times.ts';
import { questionErrors } from './check-questions.ts';
import { defaultSettings, withInput } from './link-defaults.ts';
import { LinkChanges, type LinkChangesInput } from './link-fields.ts';
import type { HostState } from './bookable.ts';
import { candidateIds, type Link } from './link.ts';
import { filledLink, newLink, withOwnTimes } from './make-link.ts';
import { readHostStates } from './store-of-hosts.ts';
import { findLinkById, type FoundLink } from './store-public.ts';
import { slugIsTaken } from './store.ts';

export interface Draft {
  /** The link as it would be saved; null while it contradicts itself. */
  bookable: Pick<FoundLink, 'link' | 'isAppointmentPage' | 'holidayDays'> | null;
  states: ReadonlyMap<string, HostState>;
  errors: FieldError[];
}

/** What a caller has typed so far, over the link that stands or over nothing. Nothing is written. */
export async function draftLink(
  platform: Platform,
  caller: Caller,
  linkId: string | undefined,
  typed: unknown,
): Promise<Draft> {
  const db = platform.db.read;
  const before = linkId === undefined ? undefined : await findLinkById(db, caller.workspaceId, linkId);
  if (linkId !== undefined && (!before || before.link.deletedAt)) throw notFound();
  const parsed = LinkChanges.safeParse(typed);
  if (!parsed.success) return nothing(fieldErrors(parsed.error.issues));
  const made = orErrors(() => linkFrom(platform, caller, before?.link, parsed.data));
  if ('errors' in made) return nothing(made.errors);
  const filled = await orErrorsLater(() => filledLink(db, caller, made.value, before?.link));
  if ('errors' in filled) return nothing(filled.errors);
  const link = filled.value;
  const states = await readHostStates(platform, caller.workspaceId, candidateIds(link.settings));
  const known = new Set(before ? candidateIds(before.link.settings) : []);
  const hosts = orErrors(() => checkHosts(link, [...states.values()], known));
  const days = await holidayDaysOf(platform, link);
  const errors = [
    ...('errors' in hosts ? hosts.errors : []),
    ...(await addressErrors(platform, link, before?.link)),
    ...(await questionErrors(db, link, before?.link)),
    ...(days === undefined ? [NO_SUCH_LIST] : []),
  ];
  const isAppointmentPage = before?.isAppointmentPage ?? false;
  return { bookable: { link, isAppointmentPage, holidayDays: days ?? null }, states, errors };
}

const NO_SUCH_LIST = {
  path: 'holidayListId',
  message: 'There is no such holiday list in this workspace.',
};

function nothing(errors: FieldError[]): Draft {
  return { bookable: null, states: new Map(), errors };
}

/** Over nothing, kind and zone are asked for; a title may still be missing. */
function linkFrom(
  platform: Platform,
  { workspaceId, memberId }: Caller,
  before: Link | undefined,
  input: LinkChangesInput,
): Link {
  const kind = before?.kind ?? input.kind;
  if (!kind) throw invalid({ path: 'kind', message: 'Choose the kind of the link.' });
  if (!before && !input.timeZone)
    throw invalid({ path: 'timeZone', message: 'Choose the zone of the link.' });
  const ownerId = input.ownerId ?? before?.ownerId ?? memberId;
  const said = before ? input : withOwnTimes({ ...input, kind }, ownerId);
  const settings = withInput(before?.settings ?? defaultSettings(input.timeZone!), kind, said);
  checkSettings(kind, settings);
  checkAhead(platform.clock, settings, before?.settings);
  const holidayListId =
    input.holidayListId === undefined ? (before?.holidayListId ?? null) : input.holidayListId;
  const [title, slug] = [input.title ?? before?.title ?? '', input.slug ?? before?.slug ?? ''];
  if (before) return { ...before, title, slug, ownerId, holidayListId, settings };
  return newLink(platform, workspaceId, { kind, title, slug, ownerId, holidayListId, settings });
}

async function addressErrors(
  { db }: Platform,
  { workspaceId, slug }: Link,
  before: Link | undefined,
): Promise<FieldError[]> {
  const isFree = slug === '' || slug === before?.slug || !(await slugIsTaken(db.read, workspaceId, slug));
  return isFree ? [] : [{ path: 'slug', message: 'Another link has this address; choose another.' }];
}

/** The days of the link's own list as JSON; undefined when there is no such list. */
async function holidayDaysOf(
  { db }: Platform,
  { workspaceId, holidayListId }: Link,
): Promise<string | null | undefined> {
  if (holidayListId === null) return null;
  const list = await readHolidayList(db.read, workspaceId, holidayListId);
  return list && JSON.stringify(list.days);
}

/** What a check refuses by throwing, as a list for the editor. */
function orErrors<T>(check: () => T): { value: T } | { errors: FieldError[] } {
  try {
    return { value: check() };
  } catch (error) {
    return { errors: errorsIn(error) };
  }
}

async function orErrorsLater<T>(check: () => Promise<T>): Promise<{ value: T } | { errors: FieldError[] }> {
  try {
    return { value: await check() };
  } catch (error) {
    return { errors: errorsIn(error) };
  }
}

function errorsIn(error: unknown): FieldError[] {
  if (!(error instanceof Problem) || error.status !== 422) throw error;
  return error.extra.errors as FieldError[];
}
