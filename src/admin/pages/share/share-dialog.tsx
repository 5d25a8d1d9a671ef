import { Tabs } from '@base-ui/react/tabs';
import { Code, Link2, PenLine, QrCode, UserRound, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { classNames } from '#ui/class-names.ts';
import { Dialog } from '#ui/dialog.tsx';
import { useSize } from '#ui/use-size.ts';
import { AddressPart } from './address-part.tsx';
import { OffNote } from './off-note.tsx';
import { PersonalPart } from './personal-part.tsx';
import { QrPart } from './qr-part.tsx';
import type { ShareProps, ShareWay } from './share.tsx';
import { SignaturePart } from './signature-part.tsx';
import { useShared, type Shared } from './use-shared.ts';
import { WebsitePart } from './website-part.tsx';
import { useShareWords } from './words.ts';

/** L2: an address to copy, an address for one person, code for a website, a QR code, a signature. */
export function ShareDialog({ link, open, onClose, way = 'link' }: ShareProps) {
  const t = useShareWords();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="l"
      title={<bdi>{t('title', { title: link.title })}</bdi>}
      keepsTyped
    >
      <Ways link={link} first={way} />
    </Dialog>
  );
}

const WAYS: { way: ShareWay; icon: LucideIcon; part: (props: { shared: Shared }) => ReactNode }[] = [
  { way: 'link', icon: Link2, part: AddressPart },
  { way: 'personal', icon: UserRound, part: PersonalPart },
  { way: 'website', icon: Code, part: WebsitePart },
  { way: 'qr', icon: QrCode, part: QrPart },
  { way: 'signature', icon: PenLine, part: SignaturePart },
];

function Ways({ link, first }: { link: ShareProps['link']; first: ShareWay }) {
  const t = useShareWords();
  const [way, setWay] = useState<ShareWay>(first);
  const shared = useShared(link);
  const { tablet } = useSize();
  return (
    <>
      <OffNote link={link} />
      <Tabs.Root
        value={way}
        onValueChange={(next: ShareWay) => setWay(next)}
        orientation={tablet ? 'horizontal' : 'vertical'}
        className="-my-4 flex gap-6 tablet:h-[min(38rem,calc(100dvh-6rem))] max-tablet:flex-col max-tablet:gap-4 max-tablet:py-4"
      >
        <Tabs.List
          activateOnFocus
          aria-label={t('ways')}
          className="flex w-40 shrink-0 flex-col gap-0.5 tablet:pt-4 max-tablet:-mx-5 max-tablet:w-auto max-tablet:flex-row max-tablet:gap-1 max-tablet:overflow-x-auto max-tablet:px-5 [scrollbar-width:none]"
        >
          {WAYS.map(({ way: one, icon: Icon }) => (
            <Tabs.Tab key={one} value={one} className={TAB}>
              <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
              <span className="truncate">{t(`way.${one}`)}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className="tablet:scroll-pane min-w-0 flex-1 tablet:-me-5 tablet:py-4 tablet:ps-1 tablet:pe-5 max-tablet:min-h-100">
          {WAYS.map(({ way: one, part: Part }) => (
            <Tabs.Panel key={one} value={one} tabIndex={-1} className="focus-visible:shadow-none">
              <Part shared={shared} />
            </Tabs.Panel>
          ))}
        </div>
      </Tabs.Root>
    </>
  );
}

const TAB = classNames(
  'flex h-8 min-w-0 shrink-0 items-center gap-2 rounded-s px-2 text-start text-muted hover:bg-hover',
  'data-active:bg-press data-active:font-medium data-active:text-ink touch:h-(--touch) max-phone:h-(--touch)',
  'forced-colors:data-active:bg-[Highlight] forced-colors:data-active:text-[HighlightText]',
);
