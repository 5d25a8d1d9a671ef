import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { unlikeMeetingsQuery } from '../link-queries.ts';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';

/**
 * B5: meetings that stand keep the reminders they were promised. Once those of the link were changed here, the new ones
 * are offered to them.
 */
export function BookedMeetings() {
  const t = useLinkWords();
  const { link } = useEditing();
  const words = JSON.stringify(link.reminders);
  const [before] = useState(words);
  const [hasChanged, setChanged] = useState(false);
  if (!hasChanged && words !== before) setChanged(true);
  const { data } = useQuery({ ...unlikeMeetingsQuery(link.id, link.version), enabled: hasChanged });
  const applying = useApplication(link.id);
  if (!data || data.meetings === 0) return null;
  const count = data.meetings;
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-r border border-line bg-side p-3">
      <p className="min-w-0 flex-1 basis-64 text-muted">{t('reminders.booked', { count })}</p>
      <Button onClick={() => applying.mutate()} disabled={applying.isPending}>
        {t('reminders.apply', { count })}
      </Button>
    </div>
  );
}

function useApplication(linkId: string) {
  const t = useLinkWords();
  const toast = useToast();
  const queries = useQueryClient();
  const applying = useMutation({
    mutationFn: () =>
      request<{ changed: number }>('POST', `/api/links/${linkId}/reminders/application`, { body: {} }),
    onSuccess: async ({ changed }) => {
      toast.done(t('reminders.applied', { count: changed }));
      await queries.invalidateQueries({ queryKey: unlikeMeetingsQuery(linkId, 0).queryKey.slice(0, 3) });
    },
    onError: () => toast.failed(t('reminders.applyFailed'), () => applying.mutate()),
  });
  return applying;
}
