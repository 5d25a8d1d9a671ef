import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { customApart, customTogether } from '#crm/fields/screens/custom-apart.ts';
import { request, RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { useAutosave, type Autosave } from '#ui/use-autosave.ts';
import { useRecordWords } from './words.ts';

/** Where records with a page of their own are listed. */
export type RecordList = 'leads' | 'contacts' | 'companies' | 'deals' | 'tickets';

interface RecordView {
  id: string;
  name: string;
  version: number;
}

/** Saves a record's fields as they are changed, and puts it in the trash with eight seconds to think again (P9). */
export function useRecord<View extends RecordView>(kind: RecordList, record: View, queryKey: QueryKey) {
  const queries = useQueryClient();
  const path = `/api/${kind}/${record.id}`;
  const autosave: Autosave<View> = useAutosave<View>({
    present: customApart(record),
    send: sending<View>(path),
    accept: (kept) => {
      queries.setQueryData(queryKey, kept);
      void queries.invalidateQueries({ queryKey: [kind, 'list'] });
      void queries.invalidateQueries({ queryKey: [kind, 'summary'] });
      void queries.invalidateQueries({ queryKey: ['timeline', path] });
    },
  });
  return { path, autosave, trash: useTrash(kind, record, path) };
}

/** PATCH with the fields that changed; what comes back, also of a refusal, has its custom values apart again. */
function sending<View extends object>(path: string) {
  return async (change: Partial<View>, version: number): Promise<View> => {
    try {
      return customApart(await request<View>('PATCH', path, { body: customTogether(change), version }));
    } catch (error) {
      if (error instanceof RequestProblem && error.facts['present']) {
        error.facts['present'] = customApart(error.facts['present']);
      }
      throw error;
    }
  };
}

function useTrash(kind: RecordList, { name }: RecordView, path: string) {
  const t = useRecordWords();
  const queries = useQueryClient();
  const toast = useToast();
  const go = useNavigate();
  const refresh = () => queries.invalidateQueries({ queryKey: [kind] });
  const restore = () =>
    request('POST', `${path}/restoration`).then(refresh, (error: Error) => toast.failed(error.message));
  return async () => {
    try {
      await request('DELETE', path);
      await go({ to: `/${kind}` });
      await queries.invalidateQueries({ queryKey: [kind, 'list'] });
      toast.undo({ text: t('deleted', { name }), onUndo: () => void restore() });
    } catch (error) {
      toast.failed((error as Error).message);
    }
  };
}
