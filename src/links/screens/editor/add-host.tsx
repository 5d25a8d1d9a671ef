import { Plus, X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLinkWords } from '../words.ts';
import { CandidatePicker, type Candidates } from './candidate-picker.tsx';

interface AddHostProps extends Candidates {
  /** Which chair, read aloud where there are several. */
  of?: string;
  /** Open from the start, and closed by whoever drew it. */
  onClose?: () => void;
}

/** "Host or team": found by name, one after the other until it is closed. */
export function AddHost({ of, onClose, ...candidates }: AddHostProps) {
  const t = useLinkWords();
  const [isOpen, setOpen] = useState(onClose !== undefined);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    if (onClose) return onClose();
    setOpen(false);
    // The button is back after this has been drawn.
    setTimeout(() => button.current?.focus());
  };
  const label = t(candidates.teams ? 'hosts.addAny' : 'hosts.add');
  if (!isOpen)
    return (
      <Button ref={button} icon={Plus} aria-label={of && `${label}: ${of}`} onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  const leave = (event: KeyboardEvent) => {
    // The first Esc closes the list.
    const isListOpen = event.currentTarget.querySelector('[aria-expanded=true]') !== null;
    if (event.key !== 'Escape' || isListOpen) return;
    event.stopPropagation();
    close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- one key more for the field inside
    <div className="flex min-w-0 items-start gap-2" onKeyDown={leave}>
      <CandidatePicker {...candidates} label={of ? `${t('hosts.search')}: ${of}` : t('hosts.search')} />
      <IconButton icon={X} label={t('hosts.close')} onClick={close} />
    </div>
  );
}
