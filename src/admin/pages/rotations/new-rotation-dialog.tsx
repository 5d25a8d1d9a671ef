import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { teamsQuery } from '#people/screens/member-queries.ts';
import { EntriesPicker } from '#rotations/screens/entries-picker.tsx';
import { makeRotation, type NewRotationInput } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { RequestProblem } from '#ui/request.ts';

type Draft = Required<Pick<NewRotationInput, 'name' | 'members' | 'newcomers'>>;

/** A name, who takes turns, and what happens when somebody joins later. What was typed stays when it is refused. */
export function NewRotationDialog({ onClose }: { onClose: () => void }) {
  const t = useRotationWords();
  const [draft, setDraft] = useState<Draft>({ name: '', members: [], newcomers: 'reset' });
  const make = useMake();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ ...draft, name: draft.name.trim() });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      keepsTyped
      title={t('new.title')}
      description={t('new.what')}
      footer={
        <Button size="m" kind="primary" type="submit" form="new-rotation" busy={make.isPending}>
          {t('new.make')}
        </Button>
      }
    >
      <form id="new-rotation" onSubmit={submit} className="grid gap-4" noValidate>
        <Fields draft={draft} errors={errorsOf(make.error)} onChange={setDraft} />
        {make.error && Object.keys(errorsOf(make.error)).length === 0 && (
          <Note tone="danger" alert>
            {problemOf(make.error)?.status ? make.error.message : t('failed')}
          </Note>
        )}
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  draft: Draft;
  errors: Record<string, string>;
  onChange: (draft: Draft) => void;
}

function Fields({ draft, errors, onChange }: FieldsProps) {
  const t = useRotationWords();
  return (
    <>
      <Field label={t('name')} error={errors.name} required>
        <Input
          value={draft.name}
          onChange={(name) => onChange({ ...draft, name })}
          maxLength={120}
          placeholder={t('new.example')}
          autoComplete="off"
        />
      </Field>
      <Field label={t('new.members')} hint={t('new.membersHint')} error={errors.members}>
        <EntriesPicker value={draft.members} onChange={(members) => onChange({ ...draft, members })} />
        <WholeTeam draft={draft} onChange={onChange} />
      </Field>
      <Field label={t('new.newcomers')}>
        <RadioGroup
          items={[
            { value: 'reset', label: t('newcomers.reset'), hint: t('newcomers.resetHint') },
            { value: 'level', label: t('newcomers.level'), hint: t('newcomers.levelHint') },
          ]}
          value={draft.newcomers}
          onChange={(newcomers) => onChange({ ...draft, newcomers })}
        />
      </Field>
    </>
  );
}

/** The quickest way to begin: a team that is there. It names the rotation too. */
function WholeTeam({ draft, onChange }: Omit<FieldsProps, 'errors'>) {
  const t = useRotationWords();
  const { data: teams = [] } = useQuery(teamsQuery());
  if (draft.members.length > 0 || teams.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {teams.slice(0, 3).map(({ id, name }) => (
        <Button
          key={id}
          onClick={() => onChange({ ...draft, name: draft.name || name, members: [{ kind: 'team', id }] })}
        >
          {t('new.useTeam', { name })}
        </Button>
      ))}
    </div>
  );
}

function useMake() {
  const queries = useQueryClient();
  const go = useNavigate();
  return useMutation({
    mutationFn: makeRotation,
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['rotations', 'list'] });
      await go({ to: '/rotations/$rotationId', params: { rotationId: id } });
    },
  });
}

const problemOf = (error: Error | null) => (error instanceof RequestProblem ? error : null);

function errorsOf(error: Error | null): Record<string, string> {
  const errors = problemOf(error)?.errors ?? [];
  return Object.fromEntries(errors.map(({ path, message }) => [path.split('.')[0], message]));
}
