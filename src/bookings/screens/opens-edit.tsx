import { Pencil } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import { useBookingWords } from './words.ts';

interface OpensEditProps {
  label: string;
  onOpen: () => void;
  /** It comes back after an edit: the focus goes where the reader was. */
  isBack: boolean;
  /** May hold links, so it is no button itself. */
  children: ReactNode;
}

/** A value with the way to change it. */
export function OpensEdit({ label, onOpen, isBack, children }: OpensEditProps) {
  const t = useBookingWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isBack) button.current?.focus({ preventScroll: true });
  }, [isBack]);
  return (
    <span className="flex items-start gap-1">
      <span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
      <IconButton
        ref={button}
        icon={Pencil}
        label={t('edit.open', { name: label })}
        onClick={onOpen}
        className="-my-1"
      />
    </span>
  );
}
