import { useQueryClient } from '@tanstack/react-query';
import { patching, useAutosave } from '#ui/use-autosave.ts';
import type { WorkspaceView } from './member-queries.ts';
import { meQuery, useMe } from './use-me.ts';

/** Saves fields of the workspace one by one; the whole app reads it from `useMe`. */
export function useWorkspaceSave() {
  const { workspace } = useMe();
  const queries = useQueryClient();
  return useAutosave<WorkspaceView>({
    present: workspace,
    send: patching('/api/workspace'),
    accept: (kept) => {
      queries.setQueryData(meQuery.queryKey, (me) => me && { ...me, workspace: kept });
      void queries.invalidateQueries({ queryKey: ['home'] });
    },
  });
}
