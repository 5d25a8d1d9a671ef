import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { CopyField } from '#ui/copy-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { keysQuery } from './api-keys.tsx';
import { PermissionBoxes, PERMISSIONS_SHOWN } from './permission-boxes.tsx';
import { useMe, type Me } from './use-me.ts';
import { usePeopleWords } from './words.ts';

type Permissions = Me['permissions'];

/** Makes a key, then shows it this once. */
export function NewApiKey({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [key, setKey] = useState<string | null>(null);
  const done = () => {
    setKey(null);
    onClose();
  };
  return key === null ? (
    <KeyForm open={open} onClose={onClose} onMade={setKey} />
  ) : (
    <KeyShown value={key} onClose={done} />
  );
}

function KeyShown({ value, onClose }: { value: string; onClose: () => void }) {
  const t = usePeopleWords();
  return (
    <Dialog
      open
      keepsTyped
      onClose={onClose}
      title={t('keys.shownTitle')}
      description={t('keys.shown')}
      footer={
        <Button size="m" kind="primary" onClick={onClose}>
          {t('keys.shownDone')}
        </Button>
      }
    >
      <CopyField label={t('keys.key')} value={value} />
    </Dialog>
  );
}

function KeyForm(props: { open: boolean; onClose: () => void; onMade: (key: string) => void }) {
  const t = usePeopleWords();
  const { name, setName, only, setOnly, wrong, submit } = useKeyForm(props.onMade);
  const me = useMe();
  const offered = PERMISSIONS_SHOWN.filter((one) => me.may(one));
  const footer = (
    <Button size="m" kind="primary" type="submit" form="new-key">
      {t('keys.make')}
    </Button>
  );
  return (
    <Dialog open={props.open} onClose={props.onClose} keepsTyped title={t('keys.newTitle')} footer={footer}>
      <form id="new-key" onSubmit={(event) => void submit(event)} className="grid gap-4" noValidate>
        <Field label={t('keys.name')} hint={t('keys.nameHint')} error={wrong} required>
          <Input value={name} onChange={setName} maxLength={80} autoComplete="off" />
        </Field>
        <RadioGroup
          aria-label={t('keys.may')}
          value={only === null ? 'all' : 'some'}
          onChange={(choice) => setOnly(choice === 'all' ? null : [])}
          items={[
            { value: 'all', label: t('keys.everything') },
            { value: 'some', label: t('keys.some'), hint: t('keys.someHint') },
          ]}
        />
        {only !== null && (
          <PermissionBoxes
            label={t('members.permissions')}
            value={only}
            onChange={setOnly}
            offered={offered}
          />
        )}
      </form>
    </Dialog>
  );
}

function useKeyForm(onMade: (key: string) => void) {
  const t = usePeopleWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [only, setOnly] = useState<Permissions | null>(null);
  const [wrong, setWrong] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const body = { name, ...(only && { permissions: only }) };
      const { key } = await request<{ key: string }>('POST', '/api/api-keys', { body });
      void queries.invalidateQueries({ queryKey: keysQuery().queryKey });
      setName('');
      setOnly(null);
      setWrong('');
      onMade(key);
    } catch (error) {
      const problem = error instanceof RequestProblem && error.status > 0 ? error : null;
      setWrong(problem?.errors[0]?.message ?? problem?.message ?? t('failed'));
    }
  };
  return { name, setName, only, setOnly, wrong, submit };
}
