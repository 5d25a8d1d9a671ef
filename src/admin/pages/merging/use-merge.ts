import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  nameOf,
  previewQuery,
  type MergedKind,
  type MergePreview,
  type Other,
} from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { recordPage, recordPath } from '#crm/timeline/screens/record-path.ts';
import { request, RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';

export interface Merging {
  kind: MergedKind;
  /** The record that stays. */
  id: string;
  /** The one that goes. */
  from: string;
}

/** Merges as chosen and shows the record; where one was changed meanwhile, what stands now is fetched first. */
export function useMerge({ kind, id, from }: Merging, { into, from: gone }: MergePreview) {
  const t = useMergingWords();
  const queries = useQueryClient();
  const toast = useToast();
  const go = useNavigate();
  return useMutation({
    mutationFn: (taken: readonly string[]) =>
      request<Other>('POST', `${recordPath({ kind, id })}/merge`, {
        body: { from, fromVersion: gone['version'], take: taken },
        version: into['version'] as number,
      }),
    onSuccess: async (kept) => {
      // Of everything that is shown the one is gone and the other has more.
      queries.removeQueries({ queryKey: previewQuery(kind, id, from).queryKey });
      await go({ to: recordPage({ kind, id }) });
      await queries.invalidateQueries();
      toast.done(t('merged', { name: nameOf(kept) }));
    },
    onError: async (error) => {
      if (!(error instanceof RequestProblem) || error.status !== 412) return;
      await queries.invalidateQueries({ queryKey: previewQuery(kind, id, from).queryKey });
    },
  });
}
