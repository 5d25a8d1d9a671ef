import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { CompanyPicker } from '#crm/companies/screens/company-picker.tsx';
import { SimilarRecords } from '#crm/merging/screens/similar-records.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { similarLink } from '../merging/similar-link.tsx';
import type { PersonView } from './person.ts';
import { useRecordWords } from './words.ts';

export interface NewPersonDialogProps {
  kind: 'leads' | 'contacts';
  /** The company they belong to, when the form was opened there. */
  companyId?: string;
  onClose: () => void;
  onMade: (person: PersonView) => void;
}

/** A name is enough; the rest can be added on the record. What was typed stays when it is refused. */
export function NewPersonDialog({ kind, companyId, onClose, onMade }: NewPersonDialogProps) {
  const t = useRecordWords();
  const [draft, setDraft] = useState<Draft>({ ...NOBODY, companyId: companyId ?? null });
  const make = useMakePerson(kind, onMade);
  const why = reasons(make.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(draft);
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
        <PersonForm kind={kind} draft={draft} onChange={setDraft} why={why} />
        <SimilarRecords typed={typedIn(kind, draft)} link={similarLink} />
        {why['other'] && (
          <Note tone="danger" alert>
            {why['other']}
          </Note>
        )}
      </form>
    </Dialog>
  );
}

interface Draft {
  name: string;
  email: string;
  phone: string;
  skype: string;
  jobTitle: string;
  source: string;
  companyId: string | null;
}

const NOBODY: Draft = {
  name: '',
  email: '',
  phone: '',
  skype: '',
  jobTitle: '',
  source: '',
  companyId: null,
};

function typedIn(kind: 'leads' | 'contacts', { name, email, phone }: Draft) {
  return { kind: kind === 'leads' ? 'lead' : 'contact', name, email, phone } as const;
}

interface PersonFormProps {
  kind: 'leads' | 'contacts';
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** Why a field was refused, by its name. */
  why: Readonly<Record<string, string>>;
}

type Line = Exclude<keyof Draft, 'companyId'>;

const TYPES: Partial<Record<Line, 'email' | 'tel'>> = { email: 'email', phone: 'tel' };

function PersonForm(props: PersonFormProps) {
  const { kind, draft, onChange, why } = props;
  const t = useRecordWords();
  return (
    <>
      <LineField {...props} name="name" error={why['name']} />
      <LineField {...props} name="email" error={why['emails']} />
      <LineField {...props} name="phone" error={why['phone'] ?? why['phones']} />
      <LineField {...props} name="jobTitle" error={why['jobTitle']} />
      {kind === 'leads' && <LineField {...props} name="skype" error={why['skype']} />}
      {kind === 'leads' && <LineField {...props} name="source" error={why['source']} />}
      <Field label={t('field.companyId')} error={why['companyId'] ?? why['companyIds']}>
        <CompanyPicker value={draft.companyId} onChange={(companyId) => onChange({ ...draft, companyId })} />
      </Field>
    </>
  );
}

function LineField(props: PersonFormProps & { name: Line; error?: string }) {
  const { draft, onChange, name, error } = props;
  const t = useRecordWords();
  return (
    <Field
      label={t(name === 'email' ? 'field.emails' : `field.${name}`)}
      required={name === 'name'}
      error={error}
    >
      <Input
        value={draft[name]}
        onChange={(text) => onChange({ ...draft, [name]: text })}
        name={name}
        type={TYPES[name] ?? 'text'}
        autoComplete="off"
      />
    </Field>
  );
}

function useMakePerson(kind: 'leads' | 'contacts', onMade: (person: PersonView) => void) {
  return useMutation({
    mutationFn: (draft: Draft) => request<PersonView>('POST', `/api/${kind}`, { body: bodyOf(kind, draft) }),
    onSuccess: onMade,
  });
}

/** Only what was filled in. */
function bodyOf(kind: 'leads' | 'contacts', draft: Draft): Record<string, unknown> {
  const { name, companyId } = draft;
  const [email, phone, skype, jobTitle, source] = [
    draft.email,
    draft.phone,
    draft.skype,
    draft.jobTitle,
    draft.source,
  ].map((text) => text.trim() || undefined);
  const both = { name, jobTitle, ...(email && { emails: [{ address: email, primary: true }] }) };
  if (kind === 'leads') return { ...both, phone, skype, source, ...(companyId && { companyId }) };
  return {
    ...both,
    ...(phone && { phones: [{ number: phone, primary: true }] }),
    ...(companyId && { companyIds: [companyId] }),
  };
}

function reasons(error: Error | null): Record<string, string> {
  if (!error) return {};
  const errors = error instanceof RequestProblem ? error.errors : [];
  if (errors.length === 0) return { other: error.message };
  return Object.fromEntries(errors.map(({ path, message }) => [path.split('.')[0]!, message]));
}
