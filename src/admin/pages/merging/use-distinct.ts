import { useQueryClient } from '@tanstack/react-query';
import {
  duplicatesQuery,
  type DuplicatePair,
  type RecognisedKind,
} from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';

/** Says that two records are two: they leave the list at once, and come back if that is taken back or refused. */
export function useDistinct(kind: RecognisedKind, { records: [one, other] }: DuplicatePair) {
  const t = useMergingWords();
  const queries = useQueryClient();
  const toast = useToast();
  const { queryKey } = duplicatesQuery(kind);
  const path = `/api/duplicates/distinct/${kind}/${one.id}/${other.id}`;
  const refresh = () => queries.invalidateQueries({ queryKey });
  const failed = async (error: unknown) => {
    toast.failed((error as Error).message);
    await refresh();
  };
  const undo = () => request('DELETE', path).then(refresh, failed);
  return async () => {
    queries.setQueryData(queryKey, (known) => known && without(known, one.id, other.id));
    try {
      await request('PUT', path);
      toast.undo({ text: t('said'), onUndo: () => void undo() });
      await refresh();
    } catch (error) {
      await failed(error);
    }
  };
}

function without<Known extends { pages: { items: DuplicatePair[] }[] }>(
  known: Known,
  one: string,
  other: string,
): Known {
  const isIt = ({ records }: DuplicatePair) => records[0].id === one && records[1].id === other;
  const pages = known.pages.map((page) => ({ ...page, items: page.items.filter((pair) => !isIt(pair)) }));
  return { ...known, pages };
}
