import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Check, ExternalLink, RotateCw, Share2 } from 'lucide-react';
import { Tag } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { useCopy } from '#ui/copy-field.tsx';
import { GivesFocusBack } from '#ui/gives-focus-back.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { SavedAt } from '#ui/saved.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Switch } from '#ui/switch.tsx';
import { draftedLink } from '#links/screens/editor/editing.tsx';
import type { DraftState, LinkDraft } from '#links/screens/editor/draft.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { MoreMenu } from './link-actions.tsx';
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
              render={<VisitorPage href={state.saved.url} />}
            >
              {t('bar.preview')}
            </LinkButton>
            <MoreMenu link={state.saved} mayEdit={mayEdit} onDeleted={() => void go({ to: '/links' })} />
            <Share url={state.saved.url} />
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

function Share({ url }: { url: string }) {
  const t = useLinkWords();
  const { said, copy } = useCopy(url);
  return (
    <>
      <Button kind="primary" icon={said === 'copied' ? Check : Share2} onClick={copy}>
        {said === 'copied' ? t('share.copied') : t('share.copy')}
      </Button>
      <output className="sr-only">{said === 'copied' && t('share.done', { address: url })}</output>
      {said === 'failed' && (
        <span role="alert" className="text-12 wrap-anywhere">
          {t('share.byHand', { address: url })}
        </span>
      )}
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
