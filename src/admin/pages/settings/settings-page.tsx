import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMe } from '#people/screens/use-me.ts';
import { PageBar } from '#ui/page-bar.tsx';
import { SavedAt, SavedProvider } from '#ui/saved.tsx';
import { useSize } from '#ui/use-size.ts';
import { NoSuchScreen } from '../../failed-screen.tsx';
import { sectionsOf, type Section } from './sections.ts';
import { useSettingsWords } from './words.ts';

/** Settings: the index on the left, one section beside it; on a phone one after the other. What is not one's own is not there. */
export function SettingsPage() {
  const t = useSettingsWords();
  const { phone } = useSize();
  const sections = sectionsOf(useMe());
  const { pathname } = useLocation();
  const isIndex = /\/settings\/?$/.test(pathname);
  const isOpen = isIndex || sections.some(({ to }) => `${pathname}/`.includes(`${to}/`));
  if (!isOpen) return <NoSuchScreen />;
  return (
    <SavedProvider>
      <main className="flex min-h-0 flex-1 flex-col">
        <PageBar title={t('title')} back={phone && !isIndex && <BackToIndex />} actions={<SavedAt />} />
        <div className="flex min-h-0 flex-1">
          <SettingsIndex hiddenOnPhone={!isIndex} />
          <Outlet />
        </div>
      </main>
    </SavedProvider>
  );
}

function BackToIndex() {
  const t = useSettingsWords();
  return (
    <Link
      to="/settings"
      aria-label={t('back')}
      className="-ms-3 grid size-(--touch) place-items-center rounded-s"
    >
      <ChevronLeft aria-hidden className="size-5" strokeWidth={1.75} />
    </Link>
  );
}

function SettingsIndex({ hiddenOnPhone }: { hiddenOnPhone: boolean }) {
  const t = useSettingsWords();
  const me = useMe();
  const sections = sectionsOf(me);
  const head = 'px-2 pt-1 pb-1.5 text-12 font-semibold text-faint truncate';
  return (
    <nav
      aria-label={t('index')}
      className={`scroll-pane w-46 shrink-0 border-e border-line p-4 max-phone:w-full max-phone:border-e-0 ${hiddenOnPhone ? 'max-phone:hidden' : ''}`}
    >
      <h2 className={head}>{t('yours')}</h2>
      <SectionLinks sections={sections.filter(({ group }) => group === 'yours')} />
      <h2 className={`${head} mt-4`} title={me.workspace.name}>
        <bdi>{me.workspace.name}</bdi>
      </h2>
      <SectionLinks sections={sections.filter(({ group }) => group === 'everyones')} />
    </nav>
  );
}

function SectionLinks({ sections }: { sections: readonly Section[] }) {
  const t = useSettingsWords();
  return (
    <ul className="grid gap-px">
      {sections.map(({ name, to }) => (
        <li key={name}>
          <Link
            to={to}
            className="flex min-h-7 items-center rounded-s px-2 py-0.5 text-muted hover:bg-hover aria-[current=page]:bg-press aria-[current=page]:font-medium aria-[current=page]:text-ink touch:min-h-(--touch) max-phone:min-h-(--touch)"
          >
            <span className="flex-1">{t(`section.${name}`)}</span>
            <ChevronRight
              aria-hidden
              className="hidden size-4 text-faint max-phone:block"
              strokeWidth={1.75}
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The index alone is a page on a phone only. */
export function FirstSection() {
  const isPhone = window.matchMedia('(max-width: 35rem)').matches;
  return isPhone ? null : <Navigate to="/settings/you" replace />;
}
