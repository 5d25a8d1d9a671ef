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
  'ownerFirst',
  'ladderDays',
  'identify',
  'reminders',
  'embedOrigins',
] as const satisfies (keyof LinkView)[];

type Settings = Pick<LinkView, (typeof COPIED)[number]>;
type Copy = Settings & Pick<LinkView, 'chairs' | 'times' | 'expiresAt'> & { title: string; active: false };

interface Wish {
  title: string;
  /** An instant. */
  now: string;
  /** R1: who may not use rotations takes the people who are in them now. */
  mayRotate: boolean;
}

/** A link of one's own with the same settings, switched off until it is looked at. What has passed stays behind. */
export function copyOf(link: LinkView, { title, now, mayRotate }: Wish): Copy {
  const settings = Object.fromEntries(COPIED.map((name) => [name, link[name]])) as Settings;
  const isAhead = (instant: string) => Date.parse(instant) > Date.parse(now);
  const chairs = link.chairs.map(({ candidateIds, rotationId, rule }) => ({
    ...(rotationId && mayRotate ? { candidateIds: [], rotationId } : { candidateIds }),
    ...(rule && { rule }),
  }));
  return {
    ...settings,
    title: title.slice(0, 200),
    active: false,
    chairs,
    times: link.times.filter(({ start }) => isAhead(start)),
    expiresAt: link.expiresAt !== null && isAhead(link.expiresAt) ? link.expiresAt : null,
  };
}
