import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import type { PersonView } from './person.ts';
import { useRecordWords } from './words.ts';

export interface NewPersonDialogProps {
  kind: 'leads' | 'contacts';
  onClose: () => void;
  onMade: (person: PersonView) => void;
}

/** A name is enough; the rest can be added on the record. What was typed stays when it is refused. */
export function NewPersonDialog({ kind, onClose, onMade }: NewPersonDialogProps) {
  const t = useRecordWords();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const make = useMakePerson(kind, onMade);
  const why = reasons(make.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ name, email });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`add.title.${kind}`)}
      width="s"
      keepsTyped
      footer={
        <Button kind="primary" size="m" type="submit" form="new-person" busy={make.isPending}>
          {t('add.save')}
        </Button>
      }
    >
      <form id="new-person" onSubmit={submit} noValidate className="grid gap-4">
        <Field label={t('field.name')} required error={why.name}>
          <Input value={name} onChange={setName} name="name" autoComplete="off" />
        </Field>
        <Field label={t('field.emails')} error={why.email}>
          <Input value={email} onChange={setEmail} name="email" type="email" autoComplete="off" />
        </Field>
        {why.other && (
          <Note tone="danger" alert>
            {why.other}
          </Note>
        )}
      </form>
    </Dialog>
  );
}

function useMakePerson(kind: 'leads' | 'contacts', onMade: (person: PersonView) => void) {
  return useMutation({
    mutationFn: ({ name, email }: { name: string; email: string }) =>
      request<PersonView>('POST', `/api/${kind}`, {
        body: { name, ...(email.trim() !== '' && { emails: [{ address: email.trim(), primary: true }] }) },
      }),
    onSuccess: onMade,
  });
}

function reasons(error: Error | null): { name?: string; email?: string; other?: string } {
  if (!error) return {};
  const errors = error instanceof RequestProblem ? error.errors : [];
  const name = errors.find(({ path }) => path === 'name')?.message;
  const email = errors.find(({ path }) => path.startsWith('emails'))?.message;
  return name || email ? { name, email } : { other: error.message };
}
