import { useId, type FormEvent, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { focusFirstField } from '#ui/focus.ts';
import { Note } from '#ui/note.tsx';
import { usePeopleWords } from './words.ts';

export interface SecurityFormProps {
  title: string;
  description?: string;
  /** What the button does. */
  action: string;
  danger?: boolean;
  busy: boolean;
  /** What is wrong with the whole of it. */
  wrong?: string | undefined;
  onClose: () => void;
  onSubmit: (typed: { get: (name: string) => string }) => void;
  children: ReactNode;
}

/** A dialog that is a form: Enter sends it, and what was typed goes to nobody but whoever is asked. */
export function SecurityForm(props: SecurityFormProps) {
  const t = usePeopleWords();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    props.onSubmit({ get: (name) => String(typed.get(name) ?? '') });
  };
  const footer = (
    <>
      <Button size="m" onClick={props.onClose}>
        {t('security.cancel')}
      </Button>
      <Button kind={props.danger ? 'danger' : 'primary'} size="m" type="submit" form={id} busy={props.busy}>
        {props.action}
      </Button>
    </>
  );
  const { title, description, onClose } = props;
  return (
    <Dialog open keepsTyped width="s" {...{ title, description, onClose, footer }}>
      <form ref={focusFirstField} id={id} onSubmit={submit} noValidate className="grid gap-4">
        {props.children}
        {props.wrong && (
          <Note tone="danger" alert>
            {props.wrong}
          </Note>
        )}
      </form>
    </Dialog>
  );
}
