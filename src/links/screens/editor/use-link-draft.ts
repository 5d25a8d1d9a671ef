import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { changeLink, linkQuery, type WholeLink } from '../link-queries.ts';
import { LinkDraft, type DraftState } from './draft.ts';

/** The draft of one link while its page is open; what waits is saved on leaving. */
export function useLinkDraft(link: WholeLink): { draft: LinkDraft; state: DraftState } {
  const queries = useQueryClient();
  const [draft] = useState(
    () =>
      new LinkDraft(link, {
        send: (changes, version) => changeLink(link.id, changes, version),
        onSaved: (saved) => {
          queries.setQueryData(linkQuery(link.id).queryKey, saved);
          void queries.invalidateQueries({ queryKey: ['links', 'list'], refetchType: 'none' });
          void queries.invalidateQueries({ queryKey: ['link-times', link.id, 'explanation'] });
        },
      }),
  );
  const state = useSyncExternalStore(draft.subscribe, draft.state);
  useEffect(() => draft.refresh(link), [draft, link]);
  useSavedOnLeaving(draft);
  return { draft, state };
}

function useSavedOnLeaving(draft: LinkDraft): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      draft.flush();
      const { status } = draft.state();
      if (status === 'waiting' || status === 'saving' || status === 'failed') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      draft.flush();
    };
  }, [draft]);
}
