import { X } from 'lucide-react';
import { useState } from 'react';
import { classNames } from '#ui/class-names.ts';
import { IconButton } from '#ui/icon-button.tsx';
import type { LinkView } from '#links/screens/link-queries.ts';
import { previewAddress } from '../links/preview-address.ts';
import type { Look } from './website-look.tsx';
import { useShareWords } from './words.ts';

interface WebsitePreviewProps {
  link: LinkView;
  look: Look;
  /** Of the button. */
  color: string;
}

/** A website in outlines, with the very page in it, or the button that opens it. Nothing is booked here. */
export function WebsitePreview({ link, look, color }: WebsitePreviewProps) {
  const t = useShareWords();
  const [isOpen, setOpen] = useState(false);
  const isButton = look.mode !== 'inline';
  return (
    <section>
      <h3 className="mb-1 font-medium">{t('website.preview')}</h3>
      <div className="relative flex h-112 flex-col overflow-hidden rounded-r border border-line-mid bg-side">
        <BrowserBar />
        <div className="relative min-h-0 flex-1 p-4 max-phone:p-2">
          <Lines count={2} />
          {!isButton && <Page link={link} look={look} className="my-3 h-[calc(100%-4.5rem)]" />}
          {isButton && (
            <div className={look.mode === 'float' ? 'absolute end-4 bottom-4' : 'my-4'}>
              <BookButton look={look} color={color} onOpen={() => setOpen(true)} />
            </div>
          )}
          <Lines count={isButton ? 5 : 1} />
        </div>
        {isButton && isOpen && <Opened link={link} look={look} onClose={() => setOpen(false)} />}
      </div>
    </section>
  );
}

function BrowserBar() {
  return (
    <div aria-hidden className="flex h-7 shrink-0 items-center gap-1.5 border-b border-line bg-bg px-3">
      {[1, 2, 3].map((dot) => (
        <span key={dot} className="size-2 rounded-full bg-line-mid" />
      ))}
      <span className="ms-2 h-3 w-40 rounded-full bg-press" />
    </div>
  );
}

const WIDTHS = ['w-2/5', 'w-4/5', 'w-3/5', 'w-11/12', 'w-1/2'];

function Lines({ count }: { count: number }) {
  return (
    <div aria-hidden className="grid gap-2">
      {WIDTHS.slice(0, count).map((width) => (
        <span key={width} className={classNames('h-2 rounded-xs bg-press', width)} />
      ))}
    </div>
  );
}

interface BookButtonProps {
  look: Look;
  color: string;
  onOpen: () => void;
}

/** As the script draws it: its looks are the website's, not ours. */
function BookButton({ look, color, onOpen }: BookButtonProps) {
  const t = useShareWords();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={onOpen}
      className={classNames(
        'min-h-12 max-w-full px-5 py-2.5 text-16 font-semibold wrap-anywhere forced-color-adjust-none',
        look.mode === 'float' ? 'rounded-full shadow-pop' : 'rounded-r',
      )}
      style={{ background: color, color: '#ffffff' }}
    >
      {look.text.trim() || t('website.book')}
    </button>
  );
}

interface OpenedProps {
  link: LinkView;
  look: Look;
  onClose: () => void;
}

function Opened({ link, look, onClose }: OpenedProps) {
  const t = useShareWords();
  return (
    <div className="absolute inset-0 grid bg-veil p-4 max-phone:p-2">
      <div className="relative flex min-h-0 overflow-hidden rounded-r bg-bg shadow-pop">
        <Page link={link} look={look} className="h-full" />
        <span className="absolute end-2 top-2 rounded-s bg-bg">
          <IconButton icon={X} label={t('website.closePreview')} onClick={onClose} />
        </span>
      </div>
    </div>
  );
}

/** The page itself. It may run its script and send its forms; it opens no window and takes nobody elsewhere. */
function Page({ link, look, className }: { link: LinkView; look: Look; className: string }) {
  const t = useShareWords();
  const { theme, language } = look;
  const src = previewAddress(link, {
    embed: look.mode === 'inline' ? 'inline' : 'dialog',
    theme,
    ...(language !== 'auto' && { language }),
  });
  return (
    <iframe
      key={src}
      src={src}
      title={t('website.previewTitle')}
      // What runs there is our own page's script alone: its policy sees to that, whatever a link says.
      // eslint-disable-next-line react/iframe-missing-sandbox
      sandbox="allow-same-origin allow-scripts allow-forms"
      className={classNames('w-full rounded-s border border-line bg-bg', className)}
    />
  );
}
