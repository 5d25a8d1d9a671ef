import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Empty } from '#ui/empty.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { Problem } from '#ui/problem.tsx';
import { RequestProblem } from '#ui/request.ts';
import { SavedProvider } from '#ui/saved.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { linkQuery } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { LinkEditor } from './link-editor.tsx';

const route = getRouteApi('/links/$linkId');

/** One link: its settings, when it is open, what visitors see. Somebody else's can be looked at (N3). */
export function LinkEditorPage() {
  const { linkId } = route.useParams();
  const { data, error, isFetching, refetch } = useQuery(linkQuery(linkId));
  if (data)
    return (
      <SavedProvider key={linkId}>
        <LinkEditor loaded={data} />
      </SavedProvider>
    );
  return <NotYet error={error} retrying={isFetching} onRetry={() => void refetch()} />;
}

function NotYet({
  error,
  retrying,
  onRetry,
}: {
  error: Error | null;
  retrying: boolean;
  onRetry: () => void;
}) {
  const t = useLinkWords();
  const isGone = error instanceof RequestProblem && (error.status === 404 || error.status === 410);
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar title={t('list.title')} />
      {isGone && (
        <Empty
          title={t('editor.gone')}
          action={<LinkButton render={<Link to="/links" />}>{t('editor.toList')}</LinkButton>}
        >
          {t('editor.goneWhat')}
        </Empty>
      )}
      {error && !isGone && (
        <Problem title={t('editor.failed')} onRetry={onRetry} retrying={retrying}>
          {t('list.failedWhat')}
        </Problem>
      )}
      {!error && <Skeleton row="text" rows={10} label={t('editor.loading')} />}
    </main>
  );
}
