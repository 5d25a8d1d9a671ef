import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Note } from '#ui/note.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import type { ListName } from './list-kind.ts';

/** What every part of the form needs. */
export interface DraftProps<Draft> {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  /** Why a field was refused, by its name. */
  why: Record<string, string | undefined>;
}

export interface NewRecordDialogProps<Draft extends object, Made extends { id: string }> {
  list: ListName;
  title: string;
  save: string;
  /** What stands in the form at first. */
  start: Draft;
  /** What goes along unseen. */
  along?: object;
  fields: (props: DraftProps<Draft>) => ReactNode;
  onClose: () => void;
  onMade: (made: Made) => void;
}

/** A new record is written down. What was typed stays when it is refused, and each reason stands at its field. */
export function NewRecordDialog<Draft extends object, Made extends { id: string }>(
  props: NewRecordDialogProps<Draft, Made>,
) {
  const { title, save, start, fields, onClose } = props;
  const form = useId();
  const [draft, setDraft] = useState(start);
  const make = useMake(props);
  const why = reasonsIn(make.error, Object.keys(draft));
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(draft);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      keepsTyped
      footer={
        <Button kind="primary" size="m" type="submit" form={form} busy={make.isPending}>
          {save}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="grid gap-4">
        {fields({ draft, set, why: why.fields })}
        {why.other && (
          <Note tone="danger" alert>
            {why.other}
          </Note>
        )}
      </form>
    </Dialog>
  );
}

function useMake<Draft extends object, Made extends { id: string }>({
  list,
  along,
  onMade,
}: NewRecordDialogProps<Draft, Made>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) => request<Made>('POST', `/api/${list}`, { body: { ...draft, ...along } }),
    onSuccess: (made) => {
      queries.setQueryData([list, 'one', made.id], made);
      void queries.invalidateQueries({ queryKey: [list, 'list'] });
      void queries.invalidateQueries({ queryKey: ['companies', 'summary'] });
      onMade(made);
    },
  });
}

function reasonsIn(error: Error | null, fields: readonly string[]) {
  if (!error) return { fields: {} };
  const errors = error instanceof RequestProblem ? error.errors : [];
  const named = errors.map(({ path, message }): [string, string] => [path.split('.')[0]!, message]);
  const known = named.filter(([field]) => fields.includes(field));
  return known.length > 0 ? { fields: Object.fromEntries(known) } : { fields: {}, other: error.message };
}
