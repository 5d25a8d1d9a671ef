import { Popover } from '@base-ui/react/popover';
import { CalendarClock, ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { POPUP } from '#ui/surfaces.ts';
import { classNames } from '#ui/class-names.ts';
import { useSize } from '#ui/use-size.ts';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { Share } from '../share/share.tsx';
import { SchedulerLinks } from './scheduler-links.tsx';
import { SchedulerWays } from './scheduler-ways.tsx';
import { useCalendarWords } from './words.ts';

/** L2, L3: one's own links to copy and share, picking times, and the way to all availability. */
export function SchedulerMenu() {
  const [isOpen, setOpen] = useState(false);
  const [shared, setShared] = useState<ListedLink | null>(null);
  const [isSharing, setSharing] = useState(false);
  const { phone } = useSize();
  const share = (link: ListedLink) => {
    setOpen(false);
    setShared(link);
    setSharing(true);
  };
  const parts = (
    <>
      <SchedulerLinks onShare={share} />
      <SchedulerWays onGo={() => setOpen(false)} />
    </>
  );
  const Shell = phone ? FromBelow : BesideButton;
  return (
    <>
      <Shell isOpen={isOpen} onOpen={setOpen}>
        {parts}
      </Shell>
      {shared && <Share link={shared} open={isSharing} onClose={() => setSharing(false)} />}
    </>
  );
}

interface ShellProps {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  children: ReactNode;
}

function BesideButton({ isOpen, onOpen, children }: ShellProps) {
  const t = useCalendarWords();
  const { tablet } = useSize();
  const trigger = tablet ? (
    <IconButton icon={CalendarClock} kind="plain" label={t('scheduler.title')} className="print:hidden" />
  ) : (
    <Button icon={CalendarClock} className="print:hidden">
      <span className="flex items-center gap-1">
        {t('scheduler.title')}
        <ChevronDown aria-hidden className="size-4 text-faint" strokeWidth={1.75} />
      </span>
    </Button>
  );
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpen}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-30">
          <Popover.Popup
            className={classNames(
              POPUP,
              'scroll-pane flex max-h-(--available-height) w-88 max-w-(--available-width) flex-col',
            )}
          >
            <Popover.Title className="sr-only">{t('scheduler.title')}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function FromBelow({ isOpen, onOpen, children }: ShellProps) {
  const t = useCalendarWords();
  return (
    <>
      <IconButton icon={CalendarClock} label={t('scheduler.title')} onClick={() => onOpen(true)} />
      <Dialog open={isOpen} onClose={() => onOpen(false)} title={t('scheduler.title')}>
        <div className="-mx-5 -my-4">{children}</div>
      </Dialog>
    </>
  );
}
