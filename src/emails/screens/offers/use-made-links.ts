import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { changeLink, deleteLink, restoreLink } from '#links/screens/link-queries.ts';
import type { Draft, DraftChange } from '../draft.ts';
import { linksIn } from './offer-html.ts';

const SETTLE_MS = 1_000;

/**
 * A link that was made for a letter lives and goes with its block: taken out by the cross, by a key or with the whole
 * draft it is deleted, and comes back when the block does. Sent, it stays.
 */
export function useMadeLinks(draft: Draft, change: (change: DraftChange) => void) {
  const queries = useQueryClient();
  const { html, made } = draft;
  useEffect(() => {
    const refresh = () => void queries.invalidateQueries({ queryKey: ['links'] });
    const timer = setTimeout(() => settle({ html, made }, change, refresh), SETTLE_MS);
    return () => clearTimeout(timer);
  });
  return {
    /** The draft is thrown away (nothing of it stays), or was sent (what it offers does). */
    leave: (kept: string) => {
      const present = linksIn(kept);
      for (const [id, state] of Object.entries(made)) {
        if (state === 'there' && !present.has(id)) void deleteLink(id).catch(() => undefined);
      }
      void queries.invalidateQueries({ queryKey: ['links'] });
    },
  };
}

function settle(
  { html, made }: Pick<Draft, 'html' | 'made'>,
  change: (change: DraftChange) => void,
  done: () => void,
): void {
  const present = linksIn(html);
  for (const [id, state] of Object.entries(made)) {
    const wanted = present.has(id) ? 'there' : 'gone';
    if (state === wanted) continue;
    const mark = (as: 'there' | 'gone') => change((now) => ({ made: { ...now.made, [id]: as } }));
    mark(wanted);
    void follow(id, wanted, done);
  }
}

/** Whatever becomes of it, sending says when a link is not there. */
async function follow(id: string, wanted: 'there' | 'gone', done: () => void): Promise<void> {
  try {
    await (wanted === 'gone' ? deleteLink(id) : bringBack(id));
    done();
  } catch {
    // What could not be deleted stays among the links, where it can be.
  }
}

/** What comes out of the trash is switched off. */
async function bringBack(id: string): Promise<void> {
  await restoreLink(id);
  await changeLink(id, { active: true });
}
