import { Outlet } from '@tanstack/react-router';
import { ClosedBanner } from './closed-banner.tsx';
import { Keys } from './keys.tsx';
import { LoadingLine } from './loading-line.tsx';
import { PhoneTabs } from './phone-tabs.tsx';
import { Rail } from './rail.tsx';
import { useScreenFocus } from './use-screen-focus.ts';
import { useAdminWords } from './words.ts';

/** The frame of every screen: the rail beside it (tabs below it on a phone). Panes scroll, the page does not. */
export function Shell() {
  const t = useAdminWords();
  useScreenFocus();
  return (
    <div className="grid h-full grid-cols-[var(--rail)_minmax(0,1fr)] overflow-hidden max-tablet:grid-cols-[3.25rem_minmax(0,1fr)] max-phone:flex max-phone:flex-col print:grid-cols-[minmax(0,1fr)]">
      <a
        href="#screen"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-s bg-ink px-3 py-2 text-bg focus:translate-y-0"
      >
        {t('shell.skip')}
      </a>
      <LoadingLine />
      <Rail />
      <div
        id="screen"
        tabIndex={-1}
        className="flex min-h-0 min-w-0 flex-1 flex-col focus-visible:shadow-none"
      >
        <ClosedBanner />
        <Outlet />
      </div>
      <PhoneTabs />
      <Keys />
    </div>
  );
}
