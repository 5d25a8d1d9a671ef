import type { BookingFilter } from '#bookings/screens/booking-queries.ts';

/** A booking filter whose `from` and `to` may also be 'today', 'today-30', 'today+7': inclusive, the reader's dates. */
export interface ListFilter extends BookingFilter {
  sort?: '-start';
}

/** The address of the list: which view, what was changed about it, which booking is open. */
export interface BookingsSearch extends ListFilter {
  /** A view of ours or one that was kept; its filters hold unless the address names others. */
  view?: string;
  /** No filter at all, on purpose. */
  all?: true;
  /** The booking that is open beside the list. */
  open?: string;
  /** A new one is being written down. */
  new?: true;
}

export const FILTER_NAMES = [
  'from',
  'to',
  'status',
  'hostId',
  'linkId',
  'needsHost',
  'question',
  'q',
  'sort',
] as const;

/** Whatever stands in an address; what is no filter is left out. */
export function bookingsSearch(search: Record<string, unknown>): BookingsSearch {
  const found: BookingsSearch = listFilter(search);
  if (isText(search['view'])) found.view = search['view'];
  if (isText(search['open'])) found.open = search['open'];
  if (search['all'] === true) found.all = true;
  if (search['new'] === true) found.new = true;
  return found;
}

export function listFilter(given: Record<string, unknown>): ListFilter {
  const found: ListFilter = {};
  for (const name of ['from', 'to'] as const) if (isDay(given[name])) found[name] = given[name];
  for (const name of ['status', 'hostId', 'linkId', 'q'] as const) {
    const value = given[name];
    if (isText(value)) found[name] = value;
    // The router reads a text of digits as a number.
    else if (typeof value === 'number') found[name] = String(value);
  }
  for (const name of ['needsHost', 'question'] as const)
    if (String(given[name]) === 'true') found[name] = 'true';
  if (given['sort'] === '-start') found.sort = '-start';
  return found;
}

/** Whether the address says itself what is shown, view or not. */
export function namesFilter(search: BookingsSearch): boolean {
  return search.all === true || FILTER_NAMES.some((name) => search[name] !== undefined);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 200;
}

function isDay(value: unknown): value is string {
  return isText(value) && /^(today([+-]\d{1,4})?|\d{4}-\d\d-\d\d)$/.test(value);
}
