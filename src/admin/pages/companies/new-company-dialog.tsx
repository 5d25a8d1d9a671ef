import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import {
  companiesNamedQuery,
  companyQuery,
  type CompanyPage,
  type CompanyStage,
  type CompanyView,
} from '#crm/companies/screens/company-queries.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { SimilarRecords } from '#crm/merging/screens/similar-records.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Note } from '#ui/note.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { useMe } from '../../use-me.ts';
import { similarLink } from '../merging/similar-link.tsx';
import type { CompanyDraft } from './company-draft.ts';
import { CompanyForm } from './company-form.tsx';

export interface NewCompanyDialogProps {
  stage: CompanyStage;
  onClose: () => void;
  onMade: (company: CompanyView) => void;
}

/** A name is enough; everything else can be said here or on the page. What was typed stays when it is refused. */
export function NewCompanyDialog({ stage, onClose, onMade }: NewCompanyDialogProps) {
  const t = useCompanyWords();
  const { member } = useMe();
  const [draft, setDraft] = useState<Partial<CompanyDraft>>({ name: '', stage, ownerId: member.id });
  const { make, taken } = useMakeCompany(onMade);
  const errors = errorsOf(make.error);
  const change = (next: Partial<CompanyDraft>) => {
    setDraft(next);
    if (next.name !== draft.name) make.reset();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('add.title')}
      keepsTyped
      footer={
        <Button kind="primary" size="m" type="submit" form="new-company" busy={make.isPending}>
          {t('add.save')}
        </Button>
      }
    >
      <form
        id="new-company"
        onSubmit={submitting(() => make.mutate(draft))}
        noValidate
        className="grid gap-4"
      >
        <CompanyForm
          draft={draft}
          onChange={change}
          errors={errors}
          underName={!taken && <SimilarRecords typed={typedIn(draft)} link={similarLink} />}
        />
        {make.error && Object.keys(errors).length === 0 && <Refused error={make.error} taken={taken} />}
      </form>
    </Dialog>
  );
}

function submitting(act: () => void) {
  return (event: FormEvent) => {
    event.preventDefault();
    act();
  };
}

function Refused({ error, taken }: { error: Error; taken: CompanyView | null }) {
  return (
    <Note tone="danger" alert action={taken && <OpenTaken company={taken} />}>
      {error.message}
    </Note>
  );
}

function typedIn({ name, phone, website }: Partial<CompanyDraft>) {
  return { kind: 'company', name, phone: phone ?? '', website: website ?? '' } as const;
}

function OpenTaken({ company: { id, name } }: { company: CompanyView }) {
  const t = useCompanyWords();
  return (
    <LinkButton render={<Link to="/companies/$companyId" params={{ companyId: id }} />}>
      {t('add.openTaken', { name })}
    </LinkButton>
  );
}

/** Makes it; where the name is taken, finds who has it. */
function useMakeCompany(onMade: (company: CompanyView) => void) {
  const queries = useQueryClient();
  const [taken, setTaken] = useState<CompanyView | null>(null);
  const findNamed = useFindNamed();
  const make = useMutation({
    mutationFn: (draft: Partial<CompanyDraft>) => {
      setTaken(null);
      return request<CompanyView>('POST', '/api/companies', { body: draft });
    },
    onSuccess: (company) => {
      queries.setQueryData(companyQuery(company.id).queryKey, company);
      void queries.invalidateQueries({ queryKey: ['companies', 'list'] });
      onMade(company);
    },
    onError: async (error, { name = '' }) => {
      if (!(error instanceof RequestProblem && error.status === 409)) return;
      setTaken(namedSo(await findNamed(name.trim()), name));
    },
  });
  return { make, taken: make.isError ? taken : null };
}

/** Those of a name; null when they cannot be asked for. */
function useFindNamed() {
  const queries = useQueryClient();
  return async (name: string): Promise<CompanyPage | null> => {
    try {
      return await queries.fetchQuery(companiesNamedQuery(name));
    } catch {
      return null;
    }
  };
}

function namedSo(found: CompanyPage | null, name: string): CompanyView | null {
  const key = (text: string) => text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
  return found?.items.find((company) => key(company.name) === key(name)) ?? null;
}

function errorsOf(error: Error | null): Record<string, string> {
  if (!(error instanceof RequestProblem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path.split('.')[0]!, message]));
}
