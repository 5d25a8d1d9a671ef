import { Link } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { Dialog } from '#ui/dialog.tsx';
import { Bell } from './bell.tsx';
import { usePlaces, type Place } from './places.ts';
import { signOut } from './sign-out.ts';
import { useMe } from './use-me.ts';
import { useAdminWords } from './words.ts';

const ROW =
  'flex h-11 w-full items-center gap-3 rounded-s px-2 text-start text-14 text-muted aria-[current=page]:bg-press aria-[current=page]:text-ink';

/** The places that have no tab of their own, and the way out. */
export function MorePlaces({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const { member } = useMe();
  const rest = usePlaces().filter(({ phone }) => !phone);
  return (
    <Dialog open onClose={onClose} title={<bdi>{member.name}</bdi>} width="s">
      <nav aria-label={t('shell.more')}>
        <Bell onGo={onClose} />
        {rest.map((place) => (
          <MorePlace key={place.name} {...place} onGo={onClose} />
        ))}
        <button type="button" className={ROW} onClick={() => void signOut()}>
          <LogOut size={20} aria-hidden />
          {t('me.signOut')}
        </button>
      </nav>
    </Dialog>
  );
}

function MorePlace({ name, to, icon: Icon, onGo }: Place & { onGo: () => void }) {
  const t = useAdminWords();
  return (
    <Link to={to} onClick={onGo} className={ROW}>
      <Icon size={20} aria-hidden />
      {t(`place.${name}`)}
    </Link>
  );
}
