import { createContext, use, useMemo, type ReactNode } from 'react';
import { ruleOf } from '../../link.ts';
import type { LinkChanges, LinkHost, WholeLink } from '../link-queries.ts';
import { useLinkWords } from '../words.ts';
import type { DraftState, LinkDraft } from './draft.ts';
import { refusalWords } from './refusal-words.ts';

export interface Editing {
  /** With what is not saved yet. */
  link: WholeLink;
  readOnly: boolean;
  /** Name of a host, and what keeps them from being booked; unknown for a moment after they were added. */
  hostOf: (memberId: string) => LinkHost | undefined;
  /** `now`: a choice, saved at once; texts are saved a moment after the last key. */
  edit: (changes: LinkChanges, now?: boolean) => void;
  flush: () => void;
  /** Why that field, or something in it, was refused. */
  errorOf: (path: string) => string | undefined;
}

const Within = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = use(Within);
  if (!editing) throw new Error('A setting stands outside of its editor.');
  return editing;
}

export interface EditingProviderProps {
  draft: LinkDraft;
  state: DraftState;
  readOnly: boolean;
  /** As the settings stand now, saved or not. */
  hosts: readonly LinkHost[];
  children: ReactNode;
}

export function EditingProvider({ draft, state, readOnly, hosts, children }: EditingProviderProps) {
  const t = useLinkWords();
  const editing = useMemo<Editing>(
    () => ({
      link: draftedLink(state),
      readOnly,
      hostOf: (id) => hosts.find(({ memberId }) => memberId === id),
      edit: (changes, now) => !readOnly && draft.edit(changes, now),
      flush: () => draft.flush(),
      errorOf: (path) => {
        const found = state.errors.find((error) => error.path === path || error.path.startsWith(`${path}.`));
        return found && refusalWords(t, found.message);
      },
    }),
    [draft, state, readOnly, hosts, t],
  );
  return <Within value={editing}>{children}</Within>;
}

/** With what is not saved yet; a rule put back to the default is shown as what the default is (D0). */
export function draftedLink({ saved, changes }: DraftState): WholeLink {
  const link = { ...saved, ...changes };
  return { ...link, rule: link.rule ?? defaultRule(link) };
}

/** D0: what the link goes by when it names no rule. */
export function defaultRule({
  ownerFirst,
  isAppointmentPage,
}: Pick<WholeLink, 'ownerFirst' | 'isAppointmentPage'>) {
  return ruleOf({ rule: null, ownerFirst }, isAppointmentPage);
}
