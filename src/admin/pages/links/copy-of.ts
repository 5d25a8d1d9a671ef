import type { LinkView } from '#links/screens/link-queries.ts';

const COPIED = [
  'kind',
  'description',
  'footer',
  'durationsMinutes',
  'incrementMinutes',
  'timeZone',
  'hours',
  'withinHostHours',
  'holidayListId',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'minimumNoticeMinutes',
  'horizon',
  'caps',
  'rule',
  'weights',
  'verification',
  'holdMinutes',
  'location',
  'questions',
  'guests',
  'consents',
  'redirectUrl',
  'language',
  'cutOffMinutes',
  'singleUse',
  'offerAnyway',
] as const satisfies (keyof LinkView)[];

type Copy = Pick<LinkView, (typeof COPIED)[number] | 'chairs' | 'times'> & { title: string; active: false };

/** A link of one's own with the same settings, switched off until it is looked at. Times that have passed stay behind. */
export function copyOf(link: LinkView, title: string, now: string): Copy {
  const settings = Object.fromEntries(COPIED.map((name) => [name, link[name]])) as Pick<
    LinkView,
    (typeof COPIED)[number]
  >;
  const chairs = link.chairs.map(({ candidateIds, rule }) => ({ candidateIds, ...(rule && { rule }) }));
  const times = link.times.filter(({ start }) => start > now);
  return { ...settings, title: title.slice(0, 200), active: false, chairs, times };
}
