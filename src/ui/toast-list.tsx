import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { classNames } from './class-names.ts';
import { GivesFocusBack } from './gives-focus-back.tsx';
import { Kbd } from './kbd.tsx';
import { usePartWords } from './parts-words.ts';
import { isTyping } from './shortcuts.ts';
import type { Offer } from './toast.tsx';

type Shown = ReturnType<typeof Base.useToastManager<Offer>>['toasts'][number];

/**
 * Lies over the foot of the page, on a phone under its bar: there the foot holds the buttons. F6 goes there and back.
 */
export function ToastList() {
  const t = usePartWords();
  const { toasts, close } = Base.useToastManager<Offer>();
  useUndoKey(toasts, close);
  return (
    <Base.Portal>
      <Base.Viewport
        aria-label={t('parts.messages')}
        className="fixed start-4 end-4 bottom-6 z-70 mx-auto flex w-fit max-w-[calc(100%-2rem)] flex-col-reverse items-center gap-2 focus-visible:shadow-none max-phone:top-14 max-phone:bottom-auto max-phone:flex-col"
      >
        {toasts.map((toast) => (
          <OneToast key={toast.id} toast={toast} onDone={() => close(toast.id)} />
        ))}
      </Base.Viewport>
    </Base.Portal>
  );
}

const BAR =
  'flex min-h-10 max-w-full items-center gap-1 rounded-r bg-ink ps-4 pe-1 text-bg shadow-pop outline outline-transparent ' +
  'transition-opacity duration-(--slow) data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0';

const PRESS =
  'flex h-8 shrink-0 items-center gap-3 rounded-s px-2 font-medium underline decoration-current underline-offset-3 ' +
  'focus-visible:shadow-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-bg touch:h-(--touch)';

function OneToast({ toast, onDone }: { toast: Shown; onDone: () => void }) {
  const t = usePartWords();
  const offer = toast.data;
  const act = () => {
    onDone();
    offer?.act();
  };
  return (
    <Base.Root toast={toast} swipeDirection={['up', 'down', 'left', 'right']} className={BAR}>
      {toast.type === 'failed' && (
        <span aria-hidden className="me-1.5 size-2 shrink-0 rotate-45 rounded-[1px] bg-current" />
      )}
      <Base.Title render={<p />} className="min-w-0 flex-1 py-2 pe-2 font-normal wrap-anywhere" />
      {offer && (
        <GivesFocusBack>
          <button type="button" onClick={act} className={PRESS}>
            {offer.words ?? t(offer.undoes ? 'parts.undo' : 'parts.retry')}
            {offer.undoes && (
              <span className="rounded-xs border border-current px-1 no-underline opacity-85">
                <Kbd keys="Ctrl Z" bare silent />
              </span>
            )}
          </button>
        </GivesFocusBack>
      )}
      {!offer?.undoes && (
        <Base.Close
          aria-label={t('parts.close')}
          className={classNames(PRESS, 'w-8 justify-center px-0 touch:w-(--touch)')}
        >
          <X aria-hidden className="size-4" strokeWidth={1.75} />
        </Base.Close>
      )}
    </Base.Root>
  );
}

/** Ctrl Z takes the latest back; in a field it stays the field's own. */
function useUndoKey(toasts: readonly Shown[], close: (id?: string) => void): void {
  const latest = toasts.find((toast) => toast.data?.undoes && toast.transitionStatus !== 'ending');
  useEffect(() => {
    if (!latest) return undefined;
    const undo = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      close(latest.id);
      latest.data?.act();
    };
    window.addEventListener('keydown', undo);
    return () => window.removeEventListener('keydown', undo);
  }, [latest, close]);
}
