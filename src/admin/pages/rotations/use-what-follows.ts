import { firstName } from '#bookings/screens/called.ts';
import { nextIfOff, standingIfOn } from '#rotations/screens/what-follows.ts';
import { useWhyNot } from '#rotations/screens/why-not.ts';
import type { QueueItem } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords, type RotationWords } from '#rotations/screens/words.ts';

/** R8: what switching this member on or off changes, and what it leaves alone. */
export function useWhatFollows(queue: readonly QueueItem[], item: QueueItem): string {
  const t = useRotationWords();
  const whyNot = useWhyNot();
  const { canHost, available, booked } = item;
  const otherReason = !canHost.ok && canHost.reason !== 'switched-off' ? whyNot(item) : null;
  const said = available
    ? [t('off.what'), thenNext(t, queue, item), t('off.keeps', { count: booked })]
    : [otherReason ? t('on.still', { why: otherReason }) : thenPlace(t, queue, item)];
  return [...said, t('others')].join(' ');
}

function thenNext(t: RotationWords, queue: readonly QueueItem[], { memberId, canHost }: QueueItem): string {
  const next = nextIfOff(queue, memberId);
  if (!next) return canHost.ok ? t('off.nobody') : '';
  const isTheirTurn = queue[0]?.memberId === memberId;
  return t(isTheirTurn ? 'off.next' : 'off.stays', { name: firstName(next.name) });
}

function thenPlace(t: RotationWords, queue: readonly QueueItem[], item: QueueItem): string {
  const { place, of, ahead, behind } = standingIfOn(queue, item.memberId);
  const said = { count: item.booked, name: firstName(item.name) };
  if (behind) return t('on.place', { ...said, place, of, next: firstName(behind.name) });
  return ahead ? t('on.first', { ...said, next: firstName(ahead.name) }) : t('on.alone', said);
}
