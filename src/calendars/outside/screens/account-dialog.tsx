import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { request } from '#ui/request.ts';
import { accountsOf, type AccountGroup } from './calendar-queries.ts';
import { refreshCalendars } from './use-calendar-acts.ts';
import { useFieldErrors } from './use-field-errors.ts';
import { useOutsideWords } from './words.ts';

interface AccountDialogProps {
  memberId: string;
  group: AccountGroup;
  onClose: () => void;
}

const FORM = 'change-account';

/** Another name, address or password; what is new is tried before it is kept. */
export function AccountDialog({ memberId, group, onClose }: AccountDialogProps) {
  const t = useOutsideWords();
  const { draft, edit, changed } = useAccountDraft(group);
  const save = useChange(memberId, group.account.id, onClose);
  const errors = useFieldErrors(save.error, ['name', 'url', 'password']);
  const title = t(`account.change.${group.kind}`);
  const footer = (
    <Button size="m" kind="primary" type="submit" form={FORM} busy={save.isPending}>
      {t('save')}
    </Button>
  );
  return (
    <Dialog open keepsTyped onClose={onClose} width="s" title={title} footer={footer}>
      <form
        id={FORM}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(changed());
        }}
      >
        <SignInFields kind={group.kind} draft={draft} edit={edit} errors={errors} />
        <Field label={t('name')} hint={t('account.nameHint')} error={errors.name}>
          <Input value={draft.name} maxLength={120} onChange={(name) => edit({ name })} />
        </Field>
        {errors.whole && (
          <p role="alert" className="wrap-anywhere text-danger">
            {errors.whole}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface SignInFieldsProps {
  kind: AccountGroup['kind'];
  draft: AccountDraft;
  edit: (to: Partial<AccountDraft>) => void;
  errors: { url?: string; password?: string };
}

function SignInFields({ kind, draft, edit, errors }: SignInFieldsProps) {
  const t = useOutsideWords();
  if (kind !== 'caldav' && kind !== 'ics') return null;
  return (
    <>
      {kind === 'caldav' && (
        <Field label={t('connect.password')} hint={t('account.passwordHint')} error={errors.password}>
          <Input
            type="password"
            autoComplete="new-password"
            value={draft.password}
            onChange={(password) => edit({ password })}
          />
        </Field>
      )}
      <Field
        label={t('connect.address')}
        hint={kind === 'ics' && t('account.addressHint')}
        error={errors.url}
      >
        <Input dir="ltr" type="url" value={draft.url} onChange={(url) => edit({ url })} />
      </Field>
    </>
  );
}

interface AccountDraft {
  name: string;
  url: string;
  password: string;
}

/** The address of a subscription is a secret, as a password is: it is written, never read. */
function useAccountDraft({ kind, account }: AccountGroup) {
  const known = { name: account.name, url: kind === 'ics' ? '' : account.url, password: '' };
  const [draft, setDraft] = useState<AccountDraft>(known);
  const names = ['name', 'url', 'password'] as const;
  return {
    draft,
    edit: (to: Partial<AccountDraft>) => setDraft((now) => ({ ...now, ...to })),
    changed: () =>
      Object.fromEntries(
        names.filter((name) => draft[name].trim() !== known[name]).map((name) => [name, draft[name]]),
      ),
  };
}

function useChange(memberId: string, accountId: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (changed: object) => {
      if (Object.keys(changed).length > 0)
        await request('PATCH', `${accountsOf(memberId)}/${accountId}`, { body: changed });
    },
    onSuccess: async () => {
      await refreshCalendars(queries, memberId);
      onDone();
    },
  });
}
