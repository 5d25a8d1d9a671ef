import { foldText } from '#ui/choices.ts';
import type { LinkKind } from '#links/screens/link-queries.ts';
import type { OfferedTime } from '#bookings/screens/times/offered-time.ts';

/** What is asked before a link stands. */
export interface NewLink {
  kind: LinkKind;
  title: string;
  /** Null follows the title; the server then finds a free one. */
  slug: string | null;
  /** One list for each chair of a panel; the others have one list of hosts. */
  chairs: string[][];
  minutes: number;
  times: readonly OfferedTime[];
  offerAnyway: boolean;
  singleUse: boolean;
  expiresAt: string | null;
}

export function emptyLink(kind: LinkKind, title: string, memberId: string): NewLink {
  const chairs = kind === 'panel' ? [[memberId], []] : [[memberId]];
  const offer = { times: [], offerAnyway: false, singleUse: true, expiresAt: null };
  return { kind, title, slug: null, chairs, minutes: 30, ...offer };
}

const MOST = 55;

/** How the server would write the title as an address. */
export function slugOf(title: string): string {
  return foldText(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, MOST)
    .replace(/-+$/, '');
}

export type Lack = 'needTitle' | 'needHost' | 'needTimes';

/** What is still missing, by field. */
export function lacksOf({ kind, title, chairs, times }: NewLink): {
  title?: Lack;
  hosts?: Lack;
  times?: Lack;
} {
  return {
    ...(title.trim() === '' && { title: 'needTitle' }),
    ...(chairs.some((ids) => ids.length === 0) && { hosts: 'needHost' }),
    ...(kind === 'specific-times' && times.length === 0 && { times: 'needTimes' }),
  };
}

/** As the API takes it; starts every half hour at most, so that a long meeting does not leave few starts. */
export function bodyOf(link: NewLink, timeZone: string) {
  const { kind, title, slug, chairs, minutes, offerAnyway, singleUse, expiresAt } = link;
  const hosts =
    kind === 'panel' ? { chairs: chairs.map((candidateIds) => ({ candidateIds })) } : { hostIds: chairs[0]! };
  const lengths =
    kind === 'specific-times'
      ? { times: [...link.times], offerAnyway, singleUse, expiresAt }
      : { durationsMinutes: [minutes], incrementMinutes: minutes > 30 ? 30 : null };
  return { kind, title: title.trim(), timeZone, ...(slug && { slug }), ...hosts, ...lengths };
}
