import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MemberView } from '#people/screens/member-queries.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useNow } from '#ui/dates.tsx';
import { request } from '#ui/request.ts';
import { MeetingsInNeed } from './meetings-in-need.tsx';
import { useSettingsWords } from './words.ts';

interface MemberActiveProps {
  member: MemberView;
  save: (change: Partial<MemberView>) => Promise<boolean>;
}

/** N2: leaving closes all times at once, and meetings already made need a host; coming back is one press. */
export function MemberActive({ member, save }: MemberActiveProps) {
  const t = useSettingsWords();
  const [isAsking, setAsking] = useState(false);
  if (!member.active) {
    return (
      <div className="grid justify-items-start gap-2">
        <p className="text-muted">{t('leaving.gone')}</p>
        <MeetingsInNeed key={member.version} hostId={member.id} />
        <Button onClick={() => void save({ active: true })}>{t('leaving.back')}</Button>
      </div>
    );
  }
  return (
    <>
      <MeetingsInNeed key={member.version} hostId={member.id} />
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('leaving.act')}
      </Button>
      {isAsking && <Asked member={member} save={save} onClose={() => setAsking(false)} />}
    </>
  );
}

function Asked({ member, save, onClose }: MemberActiveProps & { onClose: () => void }) {
  const t = useSettingsWords();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const ahead = useFutureBookings(member.id);
  const leave = async () => {
    setBusy(true);
    const isDone = await save({ active: false });
    setBusy(false);
    setFailed(!isDone);
    if (isDone) onClose();
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => void leave()}
      kind="danger"
      busy={busy}
      error={failed && t('leaving.failed')}
      title={t('leaving.ask', { name: member.name })}
      action={t('leaving.act')}
      keep={t('leaving.keep')}
    >
      <ul className="grid list-disc gap-1 ps-4">
        <li>{ahead === undefined ? t('leaving.someBookings') : t('leaving.bookings', { count: ahead })}</li>
        <li>{t('leaving.closes')}</li>
        <li>{t('leaving.signsOut')}</li>
        <li>{t('leaving.stays')}</li>
      </ul>
    </ConfirmDialog>
  );
}

function useFutureBookings(hostId: string): number | undefined {
  const from = useNow();
  const filter = { hostId, from, status: 'scheduled' };
  const { data } = useQuery({
    queryKey: ['bookings', 'ahead', hostId],
    queryFn: ({ signal }) =>
      request<{ counts: number[] }>('POST', '/api/bookings/counts', { body: { filters: [filter] }, signal }),
    staleTime: 0,
  });
  return data?.counts[0];
}
