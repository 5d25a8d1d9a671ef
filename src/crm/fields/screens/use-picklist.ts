import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { picklistsQuery, type Choice, type PicklistName } from './picklist-queries.ts';
import { useFieldWords } from './words.ts';

const OWN_STATUSES = ['new', 'contacted', 'qualified', 'lost'] as const;
const OWN_STAGES = ['new', 'qualified', 'proposal', 'negotiation', 'won', 'lost'] as const;

/** What a choice is called: Rondo's own in the reader's language, the workspace's as it was written. */
export function useChoiceLabel(
  list: PicklistName,
): (choice: Pick<Choice, 'key' | 'label' | 'builtIn'>) => string {
  const t = useFieldWords();
  return useCallback(
    ({ key, label, builtIn }) => {
      if (!builtIn) return label;
      const stage = OWN_STAGES.find((own) => own === key);
      if (list === 'dealStage' && stage) return t(`dealStage.${stage}`);
      const status = OWN_STATUSES.find((own) => own === key);
      return list === 'leadStatus' && status ? t(`leadStatus.${status}`) : label;
    },
    [list, t],
  );
}

export interface NamedChoice extends Choice {
  /** As the reader reads it. */
  name: string;
}

/** A list as the reader reads it; `named` says a key, also one that is no longer on the list. Empty until it is there. */
export function usePicklist(list: PicklistName) {
  const label = useChoiceLabel(list);
  const { data } = useQuery(picklistsQuery);
  return useMemo(() => {
    const choices: NamedChoice[] = (data?.[list] ?? []).map((choice) => ({ ...choice, name: label(choice) }));
    const named = (key: string) => choices.find((choice) => choice.key === key)?.name ?? key;
    return { choices, named, isThere: data !== undefined };
  }, [data, list, label]);
}
