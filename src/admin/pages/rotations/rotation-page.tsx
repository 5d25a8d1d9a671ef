import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { rotationQuery } from '#rotations/screens/rotation-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Empty } from '#ui/empty.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { Problem } from '#ui/problem.tsx';
import { RequestProblem } from '#ui/request.ts';
import { SavedProvider } from '#ui/saved.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { NotForYou } from './not-for-you.tsx';
import { RotationScreen } from './rotation-screen.tsx';

const route = getRouteApi('/rotations/$rotationId');

/** One rotation: whose turn it is and why, the queue, and the rules that make it. */
export function RotationPage() {
  return useRotationRights().see ? <Loaded /> : <NotForYou />;
}

function Loaded() {
  const { rotationId } = route.useParams();
  const { data, error, isFetching, refetch } = useQuery(rotationQuery(rotationId));
  if (!data) return <NotYet error={error} retrying={isFetching} onRetry={() => void refetch()} />;
  return (
    <SavedProvider key={rotationId}>
      <RotationScreen rotation={data} />
    </SavedProvider>
  );
}

interface NotYetProps {
  error: Error | null;
  retrying: boolean;
  onRetry: () => void;
}

function NotYet({ error, retrying, onRetry }: NotYetProps) {
  const t = useRotationWords();
  const isGone = error instanceof RequestProblem && [400, 404, 410].includes(error.status);
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar title={t('title')} />
      {isGone && (
        <Empty
          title={t('page.gone')}
          action={<LinkButton render={<Link to="/rotations" />}>{t('page.toList')}</LinkButton>}
        >
          {t('page.goneWhat')}
        </Empty>
      )}
      {error && !isGone && (
        <Problem title={t('page.failed')} onRetry={onRetry} retrying={retrying}>
          {t('list.failedWhat')}
        </Problem>
      )}
      {!error && <Skeleton rows={7} label={t('page.loading')} />}
    </main>
  );
}
