import { OutsideProblem } from '../problem.ts';
import type { OpenAccount, RemoteCalendar } from '../provider.ts';
import { calendarPath, type Microsoft, type Page } from './microsoft.ts';

interface ListedCalendar {
  id: string;
  name?: string;
  hexColor?: string;
  canEdit?: boolean;
  isDefaultCalendar?: boolean;
  owner?: { address?: string };
}

const FIELDS = 'id,name,hexColor,canEdit,isDefaultCalendar,owner';
const MOST_PAGES = 40;

/** Calendars that colleagues share stay out: what we ask consent for does not reach them. */
export async function findMicrosoftCalendars(
  microsoft: Microsoft,
  account: OpenAccount,
  signal: AbortSignal,
): Promise<RemoteCalendar[]> {
  const found: ListedCalendar[] = [];
  let url: string | undefined = `/me/calendars?$top=100&$select=${FIELDS}`;
  for (let page = 0; page < MOST_PAGES; page++) {
    const list: Page<ListedCalendar> = await microsoft.get(account, url, signal);
    found.push(...(list.value ?? []));
    url = list['@odata.nextLink'];
    if (url === undefined) return ownOf(found).map(calendarFrom);
  }
  throw new OutsideProblem('too-large', 'The list of calendars has no end.');
}

function ownOf(all: ListedCalendar[]): ListedCalendar[] {
  const ownerOf = (one: ListedCalendar | undefined) => one?.owner?.address?.toLowerCase();
  const owner = ownerOf(all.find((one) => one.isDefaultCalendar === true));
  return all.filter((one) => owner === undefined || (ownerOf(one) ?? owner) === owner);
}

/** Graph names no zone of a calendar: each event has its own. */
function calendarFrom(listed: ListedCalendar): RemoteCalendar {
  return {
    remoteId: listed.id,
    name: listed.name ?? '',
    colour: /^#[0-9a-f]{6}$/i.test(listed.hexColor ?? '') ? listed.hexColor!.toLowerCase() : null,
    timeZone: null,
    readOnly: listed.canEdit !== true,
    isMain: listed.isDefaultCalendar === true,
  };
}

/** Whose the main calendar is. */
export async function ownerAddress(
  microsoft: Microsoft,
  account: OpenAccount,
  calendars: readonly RemoteCalendar[],
  signal: AbortSignal,
): Promise<string> {
  const main = calendars.find(({ isMain }) => isMain) ?? calendars[0]!;
  const url = `${calendarPath(main)}?$select=owner`;
  const { owner } = await microsoft.get<{ owner?: { address?: string } }>(account, url, signal);
  return owner?.address ?? main.remoteId;
}
