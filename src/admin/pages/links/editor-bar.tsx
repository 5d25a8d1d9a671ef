import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ExternalLink, RotateCw, Share2 } from 'lucide-react';
import { useState } from 'react';
import { Tag } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { GivesFocusBack } from '#ui/gives-focus-back.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { SavedAt } from '#ui/saved.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Switch } from '#ui/switch.tsx';
import { draftedLink } from '#links/screens/editor/editing.tsx';
import type { DraftState, LinkDraft } from '#links/screens/editor/draft.ts';
import type { LinkView } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { Share } from '../share/share.tsx';
import { useShareWords } from '../share/words.ts';
import { MoreMenu } from './link-actions.tsx';
import { previewAddress } from './preview-address.ts';
import { VisitorPage } from './visitor-page.tsx';

interface EditorBarProps {
  draft: LinkDraft;
  state: DraftState;
  mayEdit: boolean;
}

export function EditorBar({ draft, state, mayEdit }: EditorBarProps) {
  const t = useLinkWords();
  const go = useNavigate();
  const link = draftedLink(state);
  return (
    <>
      <PageBar
        crumb={
          <Link to="/links" className="hover:text-ink">
            {t('list.title')}
          </Link>
        }
        title={<bdi title={link.title}>{link.title}</bdi>}
        aside={<Tag>{t(`kind.${link.kind}`)}</Tag>}
        actions={
          <>
            {mayEdit && <Saving draft={draft} state={state} />}
            <LinkButton
              icon={ExternalLink}
              className="max-phone:hidden"
              render={<VisitorPage href={previewAddress(state.saved)} />}
            >
              {t('bar.preview')}
            </LinkButton>
            <MoreMenu link={state.saved} mayEdit={mayEdit} onDeleted={() => void go({ to: '/links' })} />
            <ShareButton link={state.saved} />
          </>
        }
      />
      <SideChoice />
    </>
  );
}

/** What became of the last change, the way back, and whether visitors can book. */
function Saving({ draft, state }: { draft: LinkDraft; state: DraftState }) {
  const t = useLinkWords();
  const { active } = draftedLink(state);
  return (
    <>
      <SavedAt />
      {state.status === 'failed' && (
        <GivesFocusBack>
          <Button icon={RotateCw} onClick={() => draft.flush()}>
            {t('bar.retry')}
          </Button>
        </GivesFocusBack>
      )}
      <Switch
        aria-label={t('list.switch', { title: state.saved.title })}
        checked={active}
        onChange={(next) => draft.edit({ active: next }, true)}
      >
        {t(active ? 'bar.on' : 'bar.off')}
      </Switch>
    </>
  );
}

function ShareButton({ link }: { link: LinkView }) {
  const t = useShareWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="primary"
        icon={Share2}
        aria-label={t('act')}
        className="max-phone:[&>span]:hidden"
        onClick={() => setOpen(true)}
      >
        {t('act')}
      </Button>
      <Share link={link} open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

const route = getRouteApi('/links/$linkId');

/** Where there is no room for both, one of the two is in front. */
function SideChoice() {
  const t = useLinkWords();
  const go = useNavigate({ from: '/links/$linkId' });
  const { side } = route.useSearch();
  return (
    <div className="hidden shrink-0 border-b border-line px-6 py-2 @max-[54rem]:flex max-phone:px-4">
      <Segmented
        label={t('bar.view')}
        items={[
          { value: 'settings', label: t('bar.settings') },
          { value: 'page', label: t('bar.page') },
        ]}
        value={side ?? 'settings'}
        onChange={(next) =>
          void go({
            search: (before) => ({ ...before, side: next === 'page' ? next : undefined }),
            replace: true,
          })
        }
      />
    </div>
  );
}
