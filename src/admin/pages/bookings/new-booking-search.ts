/** What a new booking begins with, such as a time picked in the calendar. */
export interface NewBookingSearch {
  /** An instant. */
  start?: string;
  minutes?: number;
  hostId?: string;
  /** Who comes: an address and a name. */
  email?: string;
  name?: string;
  /** Where to go afterwards: the calendar, a record. An address of this app. */
  back?: string;
}

export function newBookingSearch(search: Record<string, unknown>): NewBookingSearch {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' && value.length <= 300 ? value : undefined;
  };
  const minutes = Number(search['minutes']);
  const start = text('start');
  const back = text('back');
  return {
    ...(start && !Number.isNaN(Date.parse(start)) && { start }),
    ...(minutes >= 5 && minutes <= 1440 && { minutes }),
    ...(text('hostId') && { hostId: text('hostId') }),
    ...(text('email') && { email: text('email') }),
    ...(text('name') && { name: text('name') }),
    ...(back && /^\/(?!\/)/.test(back) && { back }),
  };
}
