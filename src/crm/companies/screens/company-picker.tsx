import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { foldText, type Choice } from '#ui/choices.ts';
import { Combobox } from '#ui/combobox.tsx';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { companiesNamedQuery, companyQuery, type CompanyView } from './company-queries.ts';
import { useLater } from './use-later.ts';
import { useCompanyWords } from './words.ts';

export interface CompanyPickerProps {
  value: string | null;
  onChange: (companyId: string | null) => void;
  readOnly?: boolean;
  'aria-label'?: string;
  className?: string;
}

/** A value that no id has: whoever chooses it makes the company first. */
const NEW = 'new';

/** One company, found by its name; one that is not there yet is made from here. */
export function CompanyPicker({ value, onChange, ...props }: CompanyPickerProps) {
  const t = useCompanyWords();
  const [text, setText] = useState('');
  const wanted = useLater(text).trim();
  const found = useQuery(companiesNamedQuery(wanted));
  const chosen = useChosen(value);
  const make = useMakeCompany(onChange);
  const take = (choice: Choice | null) => {
    if (choice?.value === NEW) void make(wanted);
    else onChange(choice?.value ?? null);
  };
  return (
    <Combobox
      {...props}
      items={choicesOf(found.data?.items ?? [], wanted, t('picker.make', { name: wanted }))}
      onSearch={setText}
      searching={found.isPending || wanted !== text.trim()}
      value={chosen}
      onChange={take}
      placeholder={t('picker.search')}
      empty={t('picker.nobody')}
    />
  );
}

function choicesOf(companies: readonly CompanyView[], wanted: string, make: string): Choice[] {
  const choices = companies.map(choiceOf);
  const isThere = companies.some(({ name }) => foldText(name) === foldText(wanted));
  if (wanted === '' || isThere) return choices;
  return [...choices, { value: NEW, label: make, mark: <Plus aria-hidden className="size-4 text-faint" /> }];
}

function choiceOf({ id, name }: Pick<CompanyView, 'id' | 'name'>): Choice {
  return { value: id, label: name, mark: <Avatar id={id} name={name} of="company" /> };
}

function useChosen(id: string | null): Choice | null {
  const t = useCompanyWords();
  const { data, isError } = useQuery({ ...companyQuery(id ?? ''), enabled: id !== null });
  if (id === null) return null;
  return data ? choiceOf(data) : { value: id, label: isError ? t('picker.unknown') : '…' };
}

function useMakeCompany(onMade: (companyId: string) => void) {
  const t = useCompanyWords();
  const queries = useQueryClient();
  const toast = useToast();
  return async (name: string) => {
    try {
      const made = await request<CompanyView>('POST', '/api/companies', { body: { name } });
      queries.setQueryData(companyQuery(made.id).queryKey, made);
      void queries.invalidateQueries({ queryKey: ['companies', 'list'] });
      toast.done(t('picker.made', { name }));
      onMade(made.id);
    } catch (error) {
      toast.failed((error as Error).message);
    }
  };
}
