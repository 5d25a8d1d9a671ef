import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { classNames } from '#ui/class-names.ts';
import { Note } from '#ui/note.tsx';
import { useSavedVoice } from '#ui/saved.tsx';
import { useTitle } from '#ui/title.ts';
import type { DraftState, LinkDraft } from '#links/screens/editor/draft.ts';
import { draftedLink, EditingProvider } from '#links/screens/editor/editing.tsx';
import { LinkSettings, sectionsOf } from '#links/screens/editor/link-settings.tsx';
import { useLinkDraft } from '#links/screens/editor/use-link-draft.ts';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { useMemberName } from '#people/screens/who.tsx';
import { EditorBar } from './editor-bar.tsx';
import { LinkConflict } from './link-conflict.tsx';
import { useMayEdit } from './use-may-edit.ts';
import { LinkSide } from './link-side.tsx';
import { PersonalLink } from './personal-link.tsx';
import { SectionList } from './section-list.tsx';
import { TimesSection } from './times-section.tsx';
import { useLinkTimes } from './use-link-times.ts';

const route = getRouteApi('/links/$linkId');

/** Settings on the left, what comes of them on the right; one in front of the other where there is no room for both. */
export function LinkEditor({ loaded }: { loaded: WholeLink }) {
  const { draft, state } = useLinkDraft(loaded);
  const link = draftedLink(state);
  const mayEdit = useMayEdit()(state.saved);
  const { side } = route.useSearch();
  const times = useLinkTimes(link);
  useTitle(link.title);
  useSavedWords(draft, state);
  return (
    <main className="@container flex min-h-0 flex-1 flex-col">
      <EditorBar draft={draft} state={state} mayEdit={mayEdit} />
      <EditingProvider draft={draft} state={state} readOnly={!mayEdit} hosts={times.hosts}>
        <div className="flex min-h-0 flex-1">
          <div
            className={classNames(
              'scroll-pane relative flex min-h-0 min-w-0 flex-1 gap-6 px-4 py-5 @max-[66rem]:flex-col @max-[66rem]:gap-0 @max-[66rem]:px-6 @max-[66rem]:pt-0 max-phone:px-4',
              side === 'page' && '@max-[54rem]:hidden',
            )}
          >
            <SectionList sections={sectionsOf(link.kind)} />
            <div className="@container w-full min-w-0 max-w-160 flex-1">
              {!mayEdit && <ReadOnly ownerId={state.saved.ownerId} />}
              <LinkSettings times={<TimesSection />} personal={<PersonalLink link={state.saved} />} />
            </div>
          </div>
          <LinkSide link={link} times={times} isBehind={side !== 'page'} draft={draft} />
        </div>
      </EditingProvider>
      <LinkConflict draft={draft} state={state} />
    </main>
  );
}

function ReadOnly({ ownerId }: { ownerId: string }) {
  const t = useLinkWords();
  const name = useMemberName();
  return <Note className="mb-6">{t('editor.readOnly', { name: name(ownerId) })}</Note>;
}

/** "Saved 10:22" and its "Undo" in the bar follow the draft. */
function useSavedWords(draft: LinkDraft, { status, undos }: DraftState): void {
  const { say, offer } = useSavedVoice();
  const before = useRef({ status, undos });
  useEffect(() => {
    const { status: was, undos: had } = before.current;
    before.current = { status, undos };
    if (status === 'saving') say('saving');
    if (status === 'failed' || status === 'refused' || status === 'conflict') say('failed');
    if (status === 'saved' && was !== 'saved') say('saved');
    if (undos > had) offer(() => draft.undo());
  }, [draft, status, undos, say, offer]);
}
