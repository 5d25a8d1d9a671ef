import { Bell } from 'lucide-react';
import { useAdminWords } from './words.ts';

/** A row of the rail; what opens it is the menu's. */
export function BellButton({ unread, ...props }: { unread: number } & Record<string, unknown>) {
  const t = useAdminWords();
  return (
    <button
      type="button"
      aria-haspopup="menu"
      {...props}
      title={t('notices.title')}
      className="relative mt-auto flex h-7 items-center gap-2.5 rounded-s px-2 text-muted hover:bg-hover data-popup-open:bg-press touch:h-11 max-tablet:h-8 max-tablet:w-9 max-tablet:justify-center max-tablet:px-0"
    >
      <Bell size={16} aria-hidden className="flex-none text-faint" />
      <span className="max-tablet:sr-only">{t('notices.title')}</span>
      {unread > 0 && (
        <span className="tabular ml-auto text-11 font-medium text-accent-text max-tablet:absolute max-tablet:top-0 max-tablet:right-0.5">
          <span aria-hidden>{unread < MANY ? unread : `${MANY - 1}+`}</span>
          <span className="sr-only">{t('notices.unread', { count: unread })}</span>
        </span>
      )}
    </button>
  );
}

const MANY = 100;
