import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { RotationView } from '#rotations/screens/rotation-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { foldText } from '#ui/choices.ts';
import { Empty } from '#ui/empty.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { RotationsTable } from './rotations-table.tsx';

interface RotationsListProps {
  found: UseQueryResult<RotationView[]>;
  q: string;
  onNew: () => void;
}

/** The list in each of its states: still coming, failed, nothing there, nothing found, there. */
export function RotationsList({ found, q, onNew }: RotationsListProps) {
  const t = useRotationWords();
  const { data, isError, isFetching, refetch } = found;
  if (!data && isError)
    return (
      <Problem title={t('list.failed')} onRetry={() => void refetch()} retrying={isFetching}>
        {t('list.failedWhat')}
      </Problem>
    );
  if (!data) return <Skeleton rows={6} label={t('list.loading')} />;
  if (data.length === 0) return <NoRotations onNew={onNew} />;
  const fitting = data.filter(({ name }) => foldText(name).includes(foldText(q)));
  if (fitting.length > 0) return <RotationsTable rotations={fitting} />;
  return (
    <Empty
      title={t('list.noneFound')}
      action={<LinkButton render={<Link to="/rotations" />}>{t('list.clear')}</LinkButton>}
    />
  );
}

function NoRotations({ onNew }: { onNew: () => void }) {
  const t = useRotationWords();
  const { manage } = useRotationRights();
  const make = manage && (
    <Button kind="primary" icon={Plus} shortcut="C" onClick={onNew}>
      {t('list.new')}
    </Button>
  );
  return (
    <Empty title={t('list.none')} action={make}>
      {t('list.noneWhat')} {!manage && t('list.noneByYou')}
    </Empty>
  );
}
