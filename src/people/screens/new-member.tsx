import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { RequestProblem } from '#ui/request.ts';
import { Segmented } from '#ui/segmented.tsx';
import { addMember, type NewMemberBody } from './member-acts.ts';
import type { MemberView } from './member-queries.ts';
import { PermissionBoxes } from './permission-boxes.tsx';
import { RoleChoice } from './role-choice.tsx';
import { usePeopleWords } from './words.ts';

export interface NewMemberProps {
  open: boolean;
  onClose: () => void;
  onAdded: (member: MemberView) => void;
}

const NOBODY: NewMemberBody = { name: '', email: '', role: 'member', seat: true, permissions: [] };

/** Invite somebody by mail, or give them a password to pass on. What was typed stays when the server says no. */
export function NewMember({ open, onClose, onAdded }: NewMemberProps) {
  const t = usePeopleWords();
  const [typed, setTyped] = useState(NOBODY);
  const { errors, busy, send } = useSend((member) => {
    setTyped(NOBODY);
    onAdded(member);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(typed);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      keepsTyped
      title={t('newMember.title')}
      footer={
        <>
          <Button size="m" onClick={onClose}>
            {t('newMember.keepOut')}
          </Button>
          <Button size="m" kind="primary" type="submit" form="new-member" busy={busy}>
            {t(typed.password === undefined ? 'newMember.invite' : 'newMember.add')}
          </Button>
        </>
      }
    >
      <form id="new-member" onSubmit={submit} className="grid gap-4" noValidate>
        <NewMemberFields typed={typed} onType={setTyped} errors={errors} />
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  typed: NewMemberBody;
  onType: (typed: NewMemberBody) => void;
  errors: Record<string, string>;
}

function NewMemberFields({ typed, onType, errors }: FieldsProps) {
  const t = usePeopleWords();
  const change = (some: Partial<NewMemberBody>) => onType({ ...typed, ...some });
  return (
    <>
      <Field label={t('members.name')} error={errors.name} required>
        <Input value={typed.name} onChange={(name) => change({ name })} autoComplete="off" maxLength={120} />
      </Field>
      <Field label={t('members.email')} error={errors.email} required>
        <Input type="email" value={typed.email} onChange={(email) => change({ email })} autoComplete="off" />
      </Field>
      <WayIn typed={typed} onType={onType} error={errors.password} />
      <RoleChoice value={typed.role} onChange={(role) => change({ role })} error={errors.role} />
      <Checkbox checked={typed.seat} onChange={(seat) => change({ seat })} hint={t('members.seatHint')}>
        {t('members.seat')}
      </Checkbox>
      {typed.role === 'member' && (
        <PermissionBoxes
          label={t('members.permissions')}
          value={typed.permissions}
          onChange={(permissions) => change({ permissions })}
        />
      )}
      {errors[''] && (
        <p role="alert" className="text-danger">
          {errors['']}
        </p>
      )}
    </>
  );
}

function WayIn({
  typed,
  onType,
  error,
}: {
  typed: NewMemberBody;
  onType: (typed: NewMemberBody) => void;
  error?: string;
}) {
  const t = usePeopleWords();
  const way = typed.password === undefined ? 'mail' : 'password';
  const choose = (next: 'mail' | 'password') => {
    const { password = '', ...rest } = typed;
    onType(next === 'mail' ? rest : { ...rest, password });
  };
  return (
    <div className="grid justify-items-start gap-3">
      <Segmented
        label={t('newMember.way')}
        items={[
          { value: 'mail', label: t('newMember.byMail') },
          { value: 'password', label: t('newMember.byPassword') },
        ]}
        value={way}
        onChange={choose}
      />
      {way === 'password' && (
        <Password
          value={typed.password ?? ''}
          onChange={(password) => onType({ ...typed, password })}
          error={error}
        />
      )}
    </div>
  );
}

function Password(props: { value: string; onChange: (password: string) => void; error?: string }) {
  const t = usePeopleWords();
  const { error, ...input } = props;
  return (
    <Field
      label={t('newMember.password')}
      hint={t('newMember.passwordHint')}
      error={error}
      required
      className="w-full"
    >
      <Input type="text" {...input} autoComplete="new-password" />
    </Field>
  );
}

function useSend(onAdded: (member: MemberView) => void) {
  const t = usePeopleWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const send = async (typed: NewMemberBody) => {
    setBusy(true);
    try {
      const permissions = typed.role === 'member' ? typed.permissions : [];
      onAdded(await addMember(queries, { ...typed, permissions }));
      setErrors({});
    } catch (error) {
      setErrors(errorsOf(error, t('failed')));
    }
    setBusy(false);
  };
  return { errors, busy, send };
}

function errorsOf(error: unknown, unreachable: string): Record<string, string> {
  if (!(error instanceof RequestProblem) || error.status === 0) return { '': unreachable };
  if (error.status === 409) return { email: error.message };
  if (error.errors.length === 0) return { '': error.message };
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, message]));
}
