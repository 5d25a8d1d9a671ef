import { getRouteApi, Link } from '@tanstack/react-router';
import { PageBar } from '#ui/page-bar.tsx';
import { useTitle } from '#ui/title.ts';
import { useLinkWords } from '#links/screens/words.ts';
import type { LinkKind } from '#links/screens/link-queries.ts';
import { ClosedNote, FullNote } from '#links/screens/plan-note.tsx';
import { usePlanRoom, type PlanRoom } from '#links/screens/plan-room.ts';
import { KindPicture } from './kind-picture.tsx';
import { KINDS } from './links-search.ts';
import { NewLinkForm } from './new-link-form.tsx';
import { PickTimes } from './pick-times.tsx';

const route = getRouteApi('/links/new');

/** First what for, then the few things a link cannot do without; all else has a sensible default. */
export function NewLinkPage() {
  const t = useLinkWords();
  const { kind } = route.useSearch();
  const picks = kind === 'specific-times';
  const room = usePlanRoom();
  useTitle(t(picks ? 'new.pick' : 'new.title'));
  if (picks && room.state !== 'closed') return <PickTimes />;
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
        <Begin kind={kind} room={room} />
      </div>
    </main>
  );
}

/** Where the plan has no room for it, that is said instead of asking for anything (L8). */
function Begin({ kind, room }: { kind: LinkKind | undefined; room: PlanRoom }) {
  if (room.state === null) return null;
  if (room.state === 'open') return kind ? <NewLinkForm key={kind} kind={kind} /> : <KindChoice />;
  return (
    <div className="mx-auto max-w-160 px-6 py-10 max-phone:px-4 max-phone:py-6">
      {room.state === 'full' ? <FullNote room={room} /> : <ClosedNote />}
    </div>
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
