import { useMutation, useQuery, useQueryClient, queryOptions } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useDates } from '#ui/dates.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import type { ApiKey } from '../api-key.ts';
import { useMe } from './use-me.ts';
import { Who } from './who.tsx';
import { usePeopleWords } from './words.ts';

export const keysQuery = () =>
  queryOptions({
    queryKey: ['api-keys'],
    queryFn: async ({ signal }) =>
      (await request<{ items: ApiKey[] }>('GET', '/api/api-keys?limit=200', { signal })).items,
  });

/** Keys of programs: what each may do and when it was last used. */
export function ApiKeys({ onNew }: { onNew: () => void }) {
  const t = usePeopleWords();
  const keys = useQuery(keysQuery());
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  if (keys.isPending) return <Skeleton rows={3} row="text" />;
  if (keys.isError) return <Problem title={t('keys.failed')} onRetry={() => void keys.refetch()} />;
  if (keys.data.length === 0) {
    return (
      <Empty
        title={t('keys.none')}
        action={
          <Button kind="primary" icon={KeyRound} onClick={onNew}>
            {t('keys.make')}
          </Button>
        }
      >
        {t('keys.what')}
      </Empty>
    );
  }
  return (
    <>
      <ul className="border-b border-line">
        {keys.data.map((key) => (
          <KeyRow key={key.id} apiKey={key} onDelete={() => setLeaving(key)} />
        ))}
      </ul>
      {leaving && <DeleteKey apiKey={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function KeyRow({ apiKey, onDelete }: { apiKey: ApiKey; onDelete: () => void }) {
  const t = usePeopleWords();
  const dates = useDates();
  const { member } = useMe();
  const { name, permissions, lastUsedAt, createdAt, memberId } = apiKey;
  const may = permissions?.map((one) => t(`permission.${one}.name`)).join(', ') || t('keys.own');
  const made = t('keys.made', { when: dates.longDay(dates.dateOf(createdAt)) });
  const used = lastUsedAt ? t('keys.used', { when: dates.when(lastUsedAt) }) : t('keys.unused');
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
        <p className="text-12 text-faint">
          {made} · {used}
        </p>
        <p className="text-12 text-muted">{permissions === null ? t('keys.everything') : may}</p>
      </div>
      {memberId !== member.id && <Who id={memberId} muted />}
      <Button kind="danger" onClick={onDelete} aria-label={t('keys.deleteNamed', { name })}>
        {t('keys.delete')}
      </Button>
    </li>
  );
}

/** A program that carries it stops working, and no key comes back: that is asked first. */
function DeleteKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = usePeopleWords();
  const queries = useQueryClient();
  const gone = useMutation({
    mutationFn: () => request('DELETE', `/api/api-keys/${apiKey.id}`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keysQuery().queryKey });
      onClose();
    },
  });
  const { error } = gone;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => gone.mutate()}
      busy={gone.isPending}
      error={error && (error instanceof RequestProblem && error.status > 0 ? error.message : t('failed'))}
      kind="danger"
      title={t('keys.ask', { name: apiKey.name })}
      action={t('keys.delete')}
      keep={t('keys.keep')}
    >
      {t('keys.follows')}
    </ConfirmDialog>
  );
}
