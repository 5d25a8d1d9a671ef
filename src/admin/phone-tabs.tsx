import { Dialog } from '@base-ui/react/dialog';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { MyMenu } from './my-menu.tsx';
import { PLACES, type Place } from './places.ts';
import { useMe } from './use-me.ts';
import { useAdminWords } from './words.ts';

const TAB =
  'flex flex-col items-center justify-center gap-1 text-11 font-medium text-faint aria-[current=page]:text-ink';

/** On a phone: four places at the bottom, and one that opens the rest. */
export function PhoneTabs() {
  const t = useAdminWords();
  const places = PLACES.filter(({ phone }) => phone);
  return (
    <nav
      aria-label={t('shell.places')}
      className="hidden h-14 flex-none grid-cols-5 border-t border-line bg-bg pb-[env(safe-area-inset-bottom)] max-phone:grid"
    >
      {places.map(({ name, to, icon: Icon }) => (
        <Link key={name} to={to} activeOptions={{ exact: to === '/' }} className={TAB}>
          <Icon size={20} aria-hidden />
          {t(`place.${name}`)}
        </Link>
      ))}
      <More />
    </nav>
  );
}

function More() {
  const t = useAdminWords();
  const { isAdmin } = useMe();
  const [isOpen, setOpen] = useState(false);
  const rest = PLACES.filter(({ phone, adminOnly }) => !phone && (isAdmin || !adminOnly));
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className={TAB}>
        <Ellipsis size={20} aria-hidden />
        {t('shell.more')}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-40 grid gap-1 rounded-t-r bg-bg p-4 shadow-pop">
          <Dialog.Title className="sr-only">{t('shell.more')}</Dialog.Title>
          {rest.map((place) => (
            <MorePlace key={place.name} {...place} onGo={() => setOpen(false)} />
          ))}
          <MyMenu />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function MorePlace({ name, to, icon: Icon, onGo }: Place & { onGo: () => void }) {
  const t = useAdminWords();
  return (
    <Link
      to={to}
      onClick={onGo}
      className="flex h-11 items-center gap-3 rounded-s px-2 text-14 text-muted aria-[current=page]:bg-press aria-[current=page]:text-ink"
    >
      <Icon size={20} aria-hidden />
      {t(`place.${name}`)}
    </Link>
  );
}
