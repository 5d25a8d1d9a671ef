import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { CommandRow } from './command-row.tsx';
import { VEIL } from './dialog.tsx';
import { Kbd } from './kbd.tsx';
import { usePartWords } from './parts-words.ts';
import { LoadingBar } from './skeleton.tsx';
import { BARE } from './surfaces.ts';

export interface Command {
  key: string;
  label: string;
  /** What and where: "Prospect, Toulouse". */
  hint?: string;
  icon?: LucideIcon;
  /** Instead of an icon: an avatar. */
  mark?: ReactNode;
  shortcut?: string;
  onSelect: () => void;
}

export interface CommandGroup {
  key: string;
  label: string;
  items: Command[];
}

export interface CommandMenuProps {
  open: boolean;
  onClose: () => void;
  text: string;
  onText: (text: string) => void;
  /** What was found for the text, already in order; empty groups are left out. */
  groups: readonly CommandGroup[];
  searching?: boolean;
  placeholder?: string;
  /** Said when nothing was found, instead of the usual. */
  empty?: ReactNode;
}

const SHEET =
  'fixed top-[12vh] left-1/2 z-40 flex max-h-[min(36rem,76vh)] w-[calc(100%-2rem)] max-w-140 -translate-x-1/2 flex-col overflow-hidden ' +
  'rounded-r bg-bg shadow-pop outline outline-transparent transition-opacity duration-(--fast) focus-visible:shadow-pop ' +
  'data-starting-style:opacity-0 data-ending-style:opacity-0 max-phone:top-2 max-phone:w-[calc(100%-1rem)]';

/** Ctrl K: find and act. The best answer is chosen already, Enter takes it. */
export function CommandMenu({ open, onClose, ...props }: CommandMenuProps) {
  const t = usePartWords();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={VEIL} />
        <Dialog.Popup aria-label={t('parts.findAndAct')} className={SHEET}>
          <Autocomplete.Root
            open
            inline
            items={props.groups.filter((group) => group.items.length > 0)}
            filter={null}
            value={props.text}
            onValueChange={(text, details) => details.reason !== 'item-press' && props.onText(text)}
            itemToStringValue={(item: Command) => item.label}
            autoHighlight="always"
            keepHighlight
          >
            <CommandInput placeholder={props.placeholder} />
            <span className="h-0.5 shrink-0">{props.searching && <LoadingBar />}</span>
            <CommandList
              query={props.text}
              onClose={onClose}
              empty={props.searching ? t('parts.searching') : props.empty}
            />
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function CommandInput({ placeholder }: { placeholder?: string }) {
  const t = usePartWords();
  return (
    <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
      <Search aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
      <Autocomplete.Input
        dir="auto"
        aria-label={t('parts.findAndAct')}
        placeholder={placeholder ?? t('parts.search')}
        className={classNames(BARE, 'h-full text-14')}
      />
      <Kbd keys="Esc" />
      <Dialog.Close className="sr-only">{t('parts.close')}</Dialog.Close>
    </div>
  );
}

function CommandList(props: { query: string; onClose: () => void; empty?: ReactNode }) {
  const t = usePartWords();
  return (
    <div className="scroll-pane min-h-0 flex-1">
      <Autocomplete.Empty>
        <p className="px-4 py-4 text-faint">{props.empty ?? t('parts.nothingFound')}</p>
      </Autocomplete.Empty>
      <Autocomplete.List className="px-1 pb-1 data-empty:p-0">
        {(group: CommandGroup) => (
          <Autocomplete.Group key={group.key} items={group.items}>
            <Autocomplete.GroupLabel className="truncate px-3 pt-2.5 pb-1 text-12 font-semibold text-faint">
              {group.label}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: Command) => (
                <CommandRow key={item.key} item={item} query={props.query} onClose={props.onClose} />
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </div>
  );
}
