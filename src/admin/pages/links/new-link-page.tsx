import { getRouteApi, Link } from '@tanstack/react-router';
import { PageBar } from '#ui/page-bar.tsx';
import { useTitle } from '#ui/title.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { KindPicture } from './kind-picture.tsx';
import { KINDS } from './links-search.ts';
import { NewLinkForm } from './new-link-form.tsx';

const route = getRouteApi('/links/new');

/** First what for, then the few things a link cannot do without; all else has a sensible default. */
export function NewLinkPage() {
  const t = useLinkWords();
  const { kind } = route.useSearch();
  useTitle(t('new.title'));
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar
        crumb={
          <Link to="/links" className="hover:text-ink">
            {t('list.title')}
          </Link>
        }
        title={t('new.title')}
      />
      <div className="scroll-pane min-h-0 flex-1">
        {kind ? <NewLinkForm key={kind} kind={kind} /> : <KindChoice />}
      </div>
    </main>
  );
}

function KindChoice() {
  const t = useLinkWords();
  return (
    <div className="mx-auto max-w-200 px-6 py-10 max-phone:px-4 max-phone:py-6">
      <h2 className="mb-4 text-20 font-semibold">{t('new.what')}</h2>
      <ul className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Link
              to="/links/new"
              search={{ kind }}
              className="flex h-full items-center gap-4 rounded-r border border-line-mid bg-bg p-4 hover:bg-hover focus-visible:rounded-r"
            >
              <KindPicture kind={kind} />
              <span className="min-w-0">
                <span className="block text-14 font-semibold">{t(`kind.${kind}`)}</span>
                <span className="block text-muted">{t(`new.${kind}`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
