import { useMutation, useQuery, useQueryClient, queryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { CopyField } from '#ui/copy-field.tsx';
import { Problem } from '#ui/problem.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { request } from '#ui/request.ts';
import { SettingsPart } from '#ui/settings-section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useToast } from '#ui/toast.tsx';
import { useFieldErrors } from './use-field-errors.ts';
import { useOutsideWords } from './words.ts';

interface Feed {
  url: string;
  detail: 'full' | 'busy';
  version: number;
}

const feedOf = (memberId: string) => `/api/members/${memberId}/feed`;

const feedQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['feed', memberId],
    queryFn: ({ signal }) => request<Feed>('GET', feedOf(memberId), { signal }),
  });

/** K5: the private address at which other programs read this calendar, and how much they see. */
export function FeedPart({ memberId }: { memberId: string }) {
  const t = useOutsideWords();
  const feed = useQuery(feedQuery(memberId));
  return (
    <SettingsPart title={t('feed.title')} help={t('feed.help')}>
      {feed.isPending && <Skeleton rows={3} row="text" />}
      {feed.isError && (
        <Problem title={t('feed.failed')} onRetry={() => void feed.refetch()} retrying={feed.isFetching} />
      )}
      {feed.data && (
        <div className="grid gap-4">
          <div>
            <CopyField label={t('feed.address')} value={feed.data.url} />
            <p className="mt-1 text-12 text-faint">{t('feed.secret')}</p>
          </div>
          <Detail memberId={memberId} feed={feed.data} />
          <NewAddress memberId={memberId} />
        </div>
      )}
    </SettingsPart>
  );
}

function Detail({ memberId, feed }: { memberId: string; feed: Feed }) {
  const t = useOutsideWords();
  const toast = useToast();
  const queries = useQueryClient();
  const { queryKey } = feedQuery(memberId);
  const change = useMutation({
    onMutate: (detail: Feed['detail']) => void queries.setQueryData(queryKey, { ...feed, detail }),
    mutationFn: (detail) => request<Feed>('PATCH', feedOf(memberId), { body: { detail } }),
    onError: (error) => toast.failed(error.message),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return (
    <RadioGroup
      aria-label={t('feed.detail')}
      items={[
        { value: 'full', label: t('feed.full') },
        { value: 'busy', label: t('feed.busy') },
      ]}
      value={feed.detail}
      onChange={(detail) => change.mutate(detail)}
    />
  );
}

/** Whoever read by the old address no longer can: that is asked first. */
function NewAddress({ memberId }: { memberId: string }) {
  const t = useOutsideWords();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const rotate = useMutation({
    mutationFn: () => request<Feed>('POST', `${feedOf(memberId)}/rotation`, { body: {} }),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['me'] });
      await queries.invalidateQueries({ queryKey: feedQuery(memberId).queryKey });
      setAsked(false);
    },
  });
  const errors = useFieldErrors(rotate.error, []);
  return (
    <>
      <Button className="justify-self-start" onClick={() => setAsked(true)}>
        {t('feed.new')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onClose={() => setAsked(false)}
        onConfirm={() => rotate.mutate()}
        busy={rotate.isPending}
        error={errors.whole}
        kind="danger"
        title={t('feed.ask')}
        action={t('feed.new')}
        keep={t('feed.keep')}
      >
        {t('feed.follows')}
      </ConfirmDialog>
    </>
  );
}
