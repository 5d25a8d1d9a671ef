import { useMemo } from 'react';
import type { BoardAsked } from '#crm/deals/screens/deal-queries.ts';
import type { ListState } from '#crm/records/screens/list-search.ts';
import { useMe } from '../../use-me.ts';

const FIRST_ONES = {};

/** The board as the list is narrowed; its order is its own. */
export function useBoardAsked(
  asked: ListState | null,
  cards: Readonly<Record<string, number>> = FIRST_ONES,
): BoardAsked | null {
  const { timeZone } = useMe().member;
  return useMemo(() => {
    if (!asked) return null;
    const { q, filter = [] } = asked;
    return {
      ...(q && { q }),
      ...(filter.length > 0 && { filter: JSON.stringify(filter), timeZone }),
      ...(Object.keys(cards).length > 0 && { cards: JSON.stringify(cards) }),
    };
  }, [asked, cards, timeZone]);
}
