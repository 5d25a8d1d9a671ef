import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { importQuery, importsQuery, type ImportView } from './import-queries.ts';
import { useTransferWords } from './words.ts';

export interface ImportActs {
  /** Starts it, or goes on where it stands. */
  run: () => void;
  stop: () => void;
  remove: () => void;
  isBusy: boolean;
}

/** What can be done with an import; `onRemoved` leaves its page. */
export function useImportActs(id: string, onRemoved: () => void): ImportActs {
  const t = useTransferWords();
  const toast = useToast();
  const queries = useQueryClient();
  const listed = () => queries.invalidateQueries({ queryKey: importsQuery.queryKey });
  const act = useMutation({
    mutationFn: (deed: 'run' | 'stop') => request<ImportView>('POST', `/api/imports/${id}/${deed}`),
    onSuccess: (now) => {
      queries.setQueryData(importQuery(id).queryKey, now);
      void listed();
    },
    onError: (error, deed) => toast.failed(error.message, () => act.mutate(deed)),
  });
  const removal = useMutation({
    mutationFn: () => request('DELETE', `/api/imports/${id}`),
    onSuccess: () => {
      onRemoved();
      toast.done(t('removed'));
      queries.removeQueries({ queryKey: importQuery(id).queryKey });
      void listed();
    },
    onError: (error) => toast.failed(error.message, () => removal.mutate()),
  });
  return {
    run: () => act.mutate('run'),
    stop: () => act.mutate('stop'),
    remove: () => removal.mutate(),
    isBusy: act.isPending || removal.isPending,
  };
}
