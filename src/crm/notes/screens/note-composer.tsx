import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { RichText } from '#ui/rich-text.tsx';
import { useToast } from '#ui/toast.tsx';
import { useColleagues, useRefreshNotes } from './note-queries.ts';
import { useNoteWords } from './words.ts';

/**
 * One line until it is touched; Ctrl Enter writes the note. What is typed stays until it is kept. `path` is the
 * record's: '/api/leads/018f…'.
 */
export function NoteComposer({ path, className }: { path: string; className?: string }) {
  const t = useNoteWords();
  const [html, setHtml] = useState('');
  const people = useColleagues();
  const write = useWriteNote(path, () => setHtml(''));
  const send = () => html !== '' && !write.isPending && write.mutate(html);
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="flex min-w-0 items-end gap-2">
        <RichText
          label={t('label')}
          placeholder={t('placeholder')}
          value={html}
          onChange={(next) => {
            setHtml(next);
            write.reset();
          }}
          people={people}
          onSubmit={send}
          error={refusalOf(write.error)}
        />
        <Button type="submit" size="m" busy={write.isPending} disabled={html === ''}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}

function useWriteNote(path: string, onWritten: () => void) {
  const t = useNoteWords();
  const toast = useToast();
  const refresh = useRefreshNotes();
  return useMutation({
    mutationFn: (html: string) => request('POST', `${path}/notes`, { body: { html } }),
    onSuccess: async () => {
      onWritten();
      await refresh();
    },
    onError: (error) => {
      if (!refusalOf(error)) toast.failed(t('failed', { why: error.message }));
    },
  });
}

/** What is said at the field; everything else is a message. */
export function refusalOf(error: Error | null): string | undefined {
  return error instanceof RequestProblem ? error.errors[0]?.message : undefined;
}
