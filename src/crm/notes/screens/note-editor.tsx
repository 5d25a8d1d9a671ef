import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Conflict } from '#ui/conflict.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { RichText } from '#ui/rich-text.tsx';
import { RichTextView } from '#ui/rich-text-view.tsx';
import { useToast } from '#ui/toast.tsx';
import type { NoteCardProps } from './note-card.tsx';
import { refusalOf } from './note-composer.tsx';
import { useColleagues, useRefreshNotes, type NoteView } from './note-queries.ts';
import { useNoteWords } from './words.ts';

/** A note being written anew. Esc leaves it as it was; where a colleague was faster, the writer chooses what stays. */
export function NoteEditor({ note, path, onDone }: NoteCardProps & { onDone: () => void }) {
  const t = useNoteWords();
  const [html, setHtml] = useState(note.html);
  const people = useColleagues();
  const { theirs, forget, ...change } = useChangeNote(note, path, onDone);
  const save = () => html !== '' && change.mutate({ html, version: note.version });
  return (
    <div className="grid gap-2">
      <RichText
        label={t('label')}
        value={html}
        onChange={setHtml}
        people={people}
        onSubmit={save}
        onEscape={onDone}
        focused
        error={refusalOf(change.error)}
      />
      <div className="flex gap-2">
        <Button kind="primary" busy={change.isPending} disabled={html === ''} onClick={save}>
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
      {theirs && (
        <Conflict
          open
          onClose={forget}
          fields={[{ key: 'html', name: t('label'), yours: shown(html), theirs: shown(theirs.html) }]}
          onResolve={({ html: chosen }) =>
            chosen === 'yours' ? change.mutate({ html, version: theirs.version }) : onDone()
          }
        />
      )}
    </div>
  );
}

const shown = (html: string) => <RichTextView html={html} />;

function useChangeNote(note: NoteView, path: string, onDone: () => void) {
  const t = useNoteWords();
  const toast = useToast();
  const refresh = useRefreshNotes();
  const change = useMutation({
    mutationFn: ({ html, version }: { html: string; version: number }) =>
      request<NoteView>('PATCH', `${path}/notes/${note.id}`, { body: { html }, version }),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
    onError: (error) => {
      if (!refusalOf(error) && !theirsIn(error)) toast.failed(t('failed', { why: error.message }));
      if (theirsIn(error)) void refresh();
    },
  });
  return { ...change, theirs: theirsIn(change.error), forget: change.reset };
}

function theirsIn(error: Error | null): NoteView | undefined {
  const isConflict = error instanceof RequestProblem && error.status === 412;
  return isConflict ? (error.facts['present'] as NoteView) : undefined;
}
