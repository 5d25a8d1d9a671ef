import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { useRefreshNotes } from './note-queries.ts';
import { useNoteWords } from './words.ts';

/** Deletes a note and offers to bring it back. */
export function useDeleteNote(path: string, noteId: string): () => Promise<void> {
  const t = useNoteWords();
  const toast = useToast();
  const refresh = useRefreshNotes();
  const note = `${path}/notes/${noteId}`;
  const restore = () =>
    request('POST', `${note}/restoration`).then(refresh, (error: Error) => toast.failed(error.message));
  return async () => {
    try {
      await request('DELETE', note);
      await refresh();
      toast.undo({ text: t('deleted'), onUndo: () => void restore() });
    } catch (error) {
      toast.failed((error as Error).message);
    }
  };
}
