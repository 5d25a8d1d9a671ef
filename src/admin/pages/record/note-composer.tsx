import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { request } from '#ui/request.ts';
import { Textarea } from '#ui/textarea.tsx';
import { useToast } from '#ui/toast.tsx';
import { useRecordWords } from './words.ts';

/** One line until it is touched; Ctrl Enter writes the note. What is typed stays until it is kept. */
export function NoteComposer({ path }: { path: string }) {
  const t = useRecordWords();
  const [text, setText] = useState('');
  const write = useWriteNote(path, () => setText(''));
  const send = () => text.trim() !== '' && write.mutate(text.trim());
  return (
    <form
      className="flex shrink-0 items-end gap-2 border-t border-line px-6 py-3 max-tablet:px-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        aria-label={t('note.label')}
        placeholder={t('note.placeholder')}
        rows={text ? 3 : 1}
        value={text}
        onChange={setText}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send()}
      />
      <Button type="submit" size="m" busy={write.isPending} disabled={text.trim() === ''}>
        {t('note.add')}
      </Button>
    </form>
  );
}

function useWriteNote(path: string, onWritten: () => void) {
  const t = useRecordWords();
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (html: string) => request('POST', `${path}/notes`, { body: { html } }),
    onSuccess: async () => {
      onWritten();
      await queries.invalidateQueries({ queryKey: ['timeline', path] });
    },
    onError: (error) => toast.failed(t('note.failed', { why: error.message })),
  });
}
