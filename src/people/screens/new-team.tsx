import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { RequestProblem } from '#ui/request.ts';
import { MembersPicker } from './member-picker.tsx';
import { makeTeam } from './teams.tsx';
import { usePeopleWords } from './words.ts';

export function NewTeam({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = usePeopleWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [memberIds, setMemberIds] = useState<string[]>([]);
  const [wrong, setWrong] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await makeTeam(queries, { name, memberIds });
      setName('');
      setMemberIds([]);
      setWrong('');
      onClose();
    } catch (error) {
      const problem = error instanceof RequestProblem && error.status > 0 ? error : null;
      setWrong(problem?.errors[0]?.message ?? problem?.message ?? t('failed'));
    }
  };
  const footer = (
    <Button size="m" kind="primary" type="submit" form="new-team">
      {t('teams.make')}
    </Button>
  );
  return (
    <Dialog open={open} onClose={onClose} keepsTyped title={t('teams.newTitle')} footer={footer}>
      <form id="new-team" onSubmit={(event) => void submit(event)} className="grid gap-4" noValidate>
        <Field label={t('teams.name')} error={wrong} required>
          <Input value={name} onChange={setName} maxLength={120} autoComplete="off" />
        </Field>
        <Field label={t('teams.members')}>
          <MembersPicker value={memberIds} onChange={setMemberIds} />
        </Field>
      </form>
    </Dialog>
  );
}
