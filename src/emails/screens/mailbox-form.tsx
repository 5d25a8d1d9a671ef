import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { Select } from '#ui/select.tsx';
import { useToast } from '#ui/toast.tsx';
import { mailboxQuery, type MailboxForm, type MailboxView } from './mailbox-queries.ts';
import { useEmailWords } from './words.ts';

type Typed = Omit<MailboxForm, 'port'> & { port: number | null };

const BLANK: Typed = { address: '', host: '', port: 993, tls: 'tls', username: '', folder: 'INBOX' };

/** The door to the mailbox; the password is written, never read. */
export function MailboxFormFields({ mailbox }: { mailbox: MailboxView | null }) {
  const t = useEmailWords();
  const [typed, setTyped] = useState<Typed>(() => (mailbox ? doorOf(mailbox) : BLANK));
  const save = useSave(() => setTyped(({ password: _sent, ...rest }) => rest));
  const fields: FieldsProps = {
    typed,
    change: (change) => setTyped({ ...typed, ...change }),
    errorAt: (field) => save.wrongs.find(({ path }) => path === field)?.message,
  };
  return (
    <form
      noValidate
      aria-label={t('mailbox.title')}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(typed);
      }}
    >
      <ServerFields {...fields} />
      <AccountFields {...fields} isKept={mailbox !== null} />
      <Button kind="primary" size="m" type="submit" busy={save.isPending} className="justify-self-start">
        {t('mailbox.save')}
      </Button>
    </form>
  );
}

function doorOf({ sync: _sync, ...door }: MailboxView): Typed {
  return door;
}

interface FieldsProps {
  typed: Typed;
  change: (change: Partial<Typed>) => void;
  errorAt: (field: keyof Typed) => string | undefined;
}

function ServerFields({ typed, change, errorAt }: FieldsProps) {
  const t = useEmailWords();
  return (
    <>
      <Field label={t('mailbox.address')} hint={t('mailbox.addressHelp')} error={errorAt('address')} required>
        <Input type="email" value={typed.address} onChange={(address) => change({ address })} />
      </Field>
      <div className="grid grid-cols-[minmax(0,1fr)_6rem_9rem] gap-3 max-phone:grid-cols-1">
        <Field label={t('mailbox.host')} error={errorAt('host')} required>
          <Input value={typed.host} placeholder="imap.example.com" onChange={(host) => change({ host })} />
        </Field>
        <Field label={t('mailbox.port')} error={errorAt('port')}>
          <NumberInput value={typed.port} min={1} max={65_535} plain onChange={(port) => change({ port })} />
        </Field>
        <Field label={t('mailbox.tls')} error={errorAt('tls')}>
          <Select
            items={[
              { value: 'tls', label: t('mailbox.tlsTls') },
              { value: 'starttls', label: t('mailbox.tlsStarttls') },
              { value: 'none', label: t('mailbox.tlsNone') },
            ]}
            value={typed.tls}
            onChange={(tls) => change({ tls })}
          />
        </Field>
      </div>
    </>
  );
}

function AccountFields({ typed, change, errorAt, isKept }: FieldsProps & { isKept: boolean }) {
  const t = useEmailWords();
  return (
    <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
      <Field label={t('mailbox.username')} error={errorAt('username')} required>
        <Input value={typed.username} autoComplete="off" onChange={(username) => change({ username })} />
      </Field>
      <Field
        label={t('mailbox.password')}
        hint={isKept ? t('mailbox.passwordKept') : undefined}
        error={errorAt('password')}
        required={!isKept}
      >
        <Input
          type="password"
          value={typed.password ?? ''}
          autoComplete="new-password"
          onChange={(password) => change({ password: password === '' ? undefined : password })}
        />
      </Field>
      <Field label={t('mailbox.folder')} error={errorAt('folder')}>
        <Input value={typed.folder} onChange={(folder) => change({ folder })} />
      </Field>
    </div>
  );
}

function useSave(onSaved: () => void) {
  const t = useEmailWords();
  const toast = useToast();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (typed: Typed) => request<MailboxView>('PUT', '/api/mailbox', { body: typed }),
    onSuccess: (mailbox) => {
      queries.setQueryData(mailboxQuery.queryKey, mailbox);
      onSaved();
    },
    onError: (error) => {
      if (!(error instanceof RequestProblem) || error.errors.length === 0) {
        toast.failed(t('mailbox.notSaved', { why: error.message }));
      }
    },
  });
  const wrongs = save.error instanceof RequestProblem ? save.error.errors : [];
  return { mutate: save.mutate, isPending: save.isPending, wrongs };
}
