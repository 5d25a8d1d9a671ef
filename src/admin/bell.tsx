import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { BellButton } from './bell-button.tsx';
import { unreadQuery } from './notice-queries.ts';
import { useMe } from './use-me.ts';

const load = () => import('./notices-menu.tsx');
const NoticesMenu = lazy(async () => ({ default: (await load()).NoticesMenu }));

/** What one has been told: the count is there from the first paint, the list when it is asked for. */
export function Bell({ onGo }: { onGo?: () => void }) {
  const { unreadNotices } = useMe();
  const { data: unread } = useQuery(unreadQuery(unreadNotices));
  const [isWanted, setWanted] = useState(false);
  if (!isWanted) {
    return (
      <BellButton
        unread={unread}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setWanted(true)}
      />
    );
  }
  return (
    <Suspense fallback={<BellButton unread={unread} />}>
      <NoticesMenu unread={unread} onGo={onGo} />
    </Suspense>
  );
}
