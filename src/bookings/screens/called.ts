import type { BookingView } from './booking-queries.ts';

/** Who comes, in few words: the visitor's name, else their address, else the title. */
export function calledAfter({ visitor, title }: Pick<BookingView, 'visitor' | 'title'>): string {
  return visitor?.name || visitor?.email || title;
}

export function hostNames(hosts: BookingView['hosts'], language: string): string {
  return new Intl.ListFormat(language).format(hosts.map(({ name }) => name));
}

/** 'Bo' of 'Bo Lindqvist', for a heading. */
export function firstName(name: string): string {
  const [first = name] = name.trim().split(/\s+/);
  return first.endsWith('.') ? name : first;
}
