import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { usePlaces } from './places.ts';
import { useAdminWords } from './words.ts';

const MorePlaces = lazy(async () => ({ default: (await import('./more-places.tsx')).MorePlaces }));

const TAB =
  'flex flex-col items-center justify-center gap-1 text-11 font-medium text-faint aria-[current=page]:text-ink';

/** On a phone: four places at the bottom, and one that opens the rest. */
export function PhoneTabs() {
  const t = useAdminWords();
  const places = usePlaces().filter(({ phone }) => phone);
  return (
    <nav
      aria-label={t('shell.places')}
      className="hidden h-14 flex-none grid-cols-5 border-t border-line bg-bg pb-[env(safe-area-inset-bottom)] max-phone:grid"
    >
      {places.map(({ name, to, icon: Icon }) => (
        <Link key={name} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={TAB}>
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
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} className={TAB}>
        <Ellipsis size={20} aria-hidden />
        {t('shell.more')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <MorePlaces onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
