import { Link } from '@tanstack/react-router';
import { CalendarPlus, List, Plus, type LucideIcon } from 'lucide-react';
import { useRender } from '@base-ui/react/use-render';
import type { ReactElement, ReactNode } from 'react';
import { useCalendarWords } from './words.ts';

/** Where links are made and changed. */
export function SchedulerWays({ onGo }: { onGo: () => void }) {
  const t = useCalendarWords();
  return (
    <nav aria-label={t('scheduler.title')} className="border-t border-line p-1.5">
      <Way
        icon={CalendarPlus}
        render={<Link to="/links/new" search={{ kind: 'specific-times' }} onClick={onGo} />}
        what={t('scheduler.pickWhat')}
      >
        {t('scheduler.pick')}
      </Way>
      <Way icon={Plus} render={<Link to="/links/new" onClick={onGo} />}>
        {t('scheduler.add')}
      </Way>
      <Way icon={List} render={<Link to="/links" onClick={onGo} />}>
        {t('scheduler.manage')}
      </Way>
    </nav>
  );
}

interface WayProps {
  icon: LucideIcon;
  render: ReactElement;
  what?: string;
  children: ReactNode;
}

function Way({ icon: Icon, render, what, children }: WayProps) {
  return useRender({
    render,
    props: {
      className:
        'flex min-h-8 items-center gap-2.5 rounded-xs px-2.5 py-1 hover:bg-hover touch:min-h-(--touch) max-phone:min-h-(--touch)',
      children: (
        <>
          <Icon aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
          <span className="min-w-0">
            <span className="block truncate font-medium">{children}</span>
            {what && <span className="block truncate text-12 text-faint">{what}</span>}
          </span>
        </>
      ),
    },
  });
}
