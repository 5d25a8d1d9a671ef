import { useQuery } from '@tanstack/react-query';
import { picklistsQuery } from '#crm/fields/screens/picklist-queries.ts';

const LISTS = ['customerGroup', 'industry', 'marketSegment', 'territory'] as const;

/** What the workspace proposes for a field; anything else may be written all the same. */
export function useProposals(field: string, isWanted: boolean): readonly string[] {
  const list = LISTS.find((one) => one === field);
  const { data } = useQuery({ ...picklistsQuery, enabled: isWanted && list !== undefined });
  return (list && data?.[list]?.map(({ label }) => label)) ?? [];
}
