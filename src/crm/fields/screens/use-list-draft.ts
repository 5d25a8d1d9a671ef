import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request, RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { picklistsQuery, type Choice, type Picklist, type PicklistName } from './picklist-queries.ts';
import type { NamedChoice } from './use-picklist.ts';
import { useFieldWords } from './words.ts';

/** A choice being edited; a new one has no key yet. */
export interface DraftChoice {
  id: string;
  key?: string;
  name: string;
  /** What it was called when it came; a name left alone stays in everybody's language. */
  was?: string;
  probability: number | null;
  outcome: Choice['outcome'];
}

/** A list as it is being edited: nothing is kept before it is saved whole. */
export function useListDraft(list: PicklistName, choices: readonly NamedChoice[]) {
  const t = useFieldWords();
  const queries = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState<DraftChoice[] | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const rows = draft ?? choices.map(draftOf);
  const change = (next: DraftChoice[]) => {
    setWhy(null);
    setDraft(next);
  };
  const save = async () => {
    setSaving(true);
    try {
      await request<Picklist>('PUT', `/api/picklists/${list}`, { body: { choices: rows.map(givenFrom) } });
      await queries.invalidateQueries({ queryKey: picklistsQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ['deals'] });
      setDraft(null);
      toast.done(t('saved'));
    } catch (error) {
      if (error instanceof RequestProblem && error.status > 0)
        setWhy(error.errors[0]?.message ?? error.message);
      else toast.failed(t('unreachable'), () => void save());
    } finally {
      setSaving(false);
    }
  };
  const discard = () => {
    setWhy(null);
    setDraft(null);
  };
  return { rows, change, save, discard, why, isSaving, isChanged: draft !== null };
}

function draftOf({ key, name, builtIn, probability, outcome }: NamedChoice): DraftChoice {
  return { id: key, key, name, probability, outcome, ...(builtIn && { was: name }) };
}

function givenFrom({ key, name, was, probability, outcome }: DraftChoice) {
  const isOwn = key !== undefined && name === was;
  return { ...(key !== undefined && { key }), ...(!isOwn && { label: name }), probability, outcome };
}
