import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Bell } from './bell.tsx';
import { Logo } from './logo.tsx';
import { Mine } from './mine.tsx';
import { usePlaces, type Place } from './places.ts';
import { openCommands } from './commands.ts';
import { useMe } from './use-me.ts';
import { useWaiting } from './waiting.ts';
import { useAdminWords } from './words.ts';

/** Where one can go. Narrower than 1100 px only the icons stay, with their names on hover and focus. */
export function Rail() {
  const t = useAdminWords();
  const { workspace } = useMe();
  return (
    <header className="flex min-h-0 flex-col gap-2 border-r border-line bg-side p-2 max-tablet:items-center max-phone:hidden print:hidden">
      <Link
        to="/"
        className="flex h-8 items-center gap-2 rounded-s px-2 font-semibold max-tablet:px-0"
        title={workspace.name}
      >
        <Logo />
        <span className="truncate max-tablet:hidden">{workspace.name}</span>
      </Link>
      <button
        type="button"
        onClick={openCommands}
        aria-keyshortcuts="Control+K"
        className="flex h-8 items-center gap-2 rounded-s border border-line bg-bg px-2 text-left text-faint hover:border-line-mid max-tablet:w-9 max-tablet:justify-center max-tablet:px-0"
      >
        <Search size={16} aria-hidden />
        <span className="max-tablet:sr-only">{t('shell.search')}</span>
        <kbd
          aria-hidden
          className="ml-auto rounded-xs border border-line px-1 font-sans text-11 font-medium max-tablet:hidden"
        >
          {t('shell.searchKey')}
        </kbd>
      </button>
      <Places />
      <Bell />
      <Mine />
    </header>
  );
}

function Places() {
  const t = useAdminWords();
  const all = usePlaces();
  const groups = [1, 2, 3].map((group) => all.filter((place) => place.group === group));
  return (
    <nav aria-label={t('shell.places')} className="scroll-pane grid min-h-0 gap-3 p-1 -m-1">
      {groups.map((places, at) => (
        <ul key={at} className="grid gap-px">
          {places.map((place) => (
            <li key={place.name}>
              <PlaceLink {...place} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

function PlaceLink({ name, to, icon: Icon }: Place) {
  const t = useAdminWords();
  const waiting = useWaiting(name);
  const words = t(`place.${name}`);
  return (
    <Link
      to={to}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      title={words}
      className="group relative flex h-7 items-center gap-2.5 rounded-s px-2 text-muted hover:bg-hover aria-[current=page]:bg-press aria-[current=page]:font-medium aria-[current=page]:text-ink touch:h-11 max-tablet:h-8 max-tablet:w-9 max-tablet:justify-center max-tablet:px-0"
    >
      <Icon size={16} aria-hidden className="flex-none text-faint group-aria-[current=page]:text-ink" />
      <span className="max-tablet:sr-only">{words}</span>
      {waiting > 0 && (
        <span className="ml-auto text-11 font-medium text-wait tabular max-tablet:absolute max-tablet:top-0 max-tablet:right-0.5">
          <span aria-hidden>{waiting}</span>
          <span className="sr-only">{t('shell.waiting', { count: waiting })}</span>
        </span>
      )}
    </Link>
  );
}
