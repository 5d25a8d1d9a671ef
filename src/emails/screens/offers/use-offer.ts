import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfferedTime, Offering } from '#bookings/screens/times/offered-time.ts';
import { changeLink, linkQuery, makeLink, type WholeLink } from '#links/screens/link-queries.ts';
import { useMemberName } from '#people/screens/who.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { useEmailWords } from '../words.ts';

/** Chosen times on their way into a letter. */
export interface ChosenTimes extends Offering {
  hostIds: readonly string[];
  /** Null follows the hosts' names. */
  title: string | null;
  singleUse: boolean;
}

/** What is chosen, of a new offer or of one that stands in the letter, and keeping it. */
export function useOffer(link: WholeLink | undefined, onKept: (link: WholeLink, isNew: boolean) => void) {
  const { member } = useMe();
  const [chosen, setChosen] = useState<ChosenTimes>(() => chosenFrom(link, member.id));
  const suggested = useSuggestedTitle(chosen.hostIds);
  const timeZone = link?.timeZone ?? member.timeZone;
  const { mutate, isPending, error, reset } = useKeeping(link, onKept);
  const change = (changes: Partial<ChosenTimes>) => {
    reset();
    setChosen((now) => ({ ...now, ...changes }));
  };
  const title = chosen.title ?? suggested;
  const isReady = chosen.times.length > 0 && chosen.hostIds.length > 0 && title.trim() !== '';
  const keep = () => {
    if (isReady && !isPending) mutate({ ...bodyOf(chosen), title: title.trim(), timeZone });
  };
  return { chosen, change, title, timeZone, isReady, keep, isPending, error };
}

function chosenFrom(link: WholeLink | undefined, memberId: string): ChosenTimes {
  if (!link) return { hostIds: [memberId], title: null, times: [], offerAnyway: false, singleUse: true };
  const { hostIds, title, times, offerAnyway, singleUse } = link;
  return { hostIds, title, times, offerAnyway, singleUse };
}

function bodyOf({ hostIds, times, offerAnyway, singleUse }: ChosenTimes) {
  return {
    hostIds: [...hostIds],
    times: times.map((time): OfferedTime => ({ ...time })),
    offerAnyway,
    singleUse,
  };
}

function useSuggestedTitle(hostIds: readonly string[]): string {
  const t = useEmailWords();
  const nameOf = useMemberName();
  const names = hostIds.map((id) => nameOf(id).trim().split(/\s+/)[0]!);
  return t('offer.suggest', { names: names.join(', ') });
}

type Kept = ReturnType<typeof bodyOf> & { title: string; timeZone: string };

function useKeeping(link: WholeLink | undefined, onKept: (link: WholeLink, isNew: boolean) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ timeZone, ...body }: Kept) =>
      link
        ? changeLink(link.id, body, link.version)
        : makeLink({ kind: 'specific-times', timeZone, ...body }),
    onSuccess: (kept) => {
      queries.setQueryData(linkQuery(kept.id).queryKey, kept);
      void queries.invalidateQueries({ queryKey: ['links', 'list'] });
      onKept(kept, !link);
    },
  });
}
