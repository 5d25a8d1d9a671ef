import { Combobox as Base } from '@base-ui/react/combobox';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Choice } from './choices.ts';
import { classNames } from './class-names.ts';
import { usePartWords } from './parts-words.ts';
import { CHOICE, POPUP } from './surfaces.ts';

/** The list that opens under a combobox, with what is said while nothing is found or all is still sought. */
export function ChoiceList(props: {
  searching?: boolean;
  empty?: ReactNode;
  anchor?: React.RefObject<Element | null>;
}) {
  const t = usePartWords();
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} collisionPadding={8} anchor={props.anchor} className="z-50">
        <Base.Popup
          aria-busy={props.searching || undefined}
          className={classNames(POPUP, 'w-(--anchor-width) max-w-(--available-width) min-w-56')}
        >
          <Base.Empty>
            <p className="px-3 py-2.5 text-faint">
              {props.searching ? t('parts.searching') : (props.empty ?? t('parts.nothingFound'))}
            </p>
          </Base.Empty>
          <Base.List className="scroll-pane max-h-[min(20rem,var(--available-height))] p-1 data-empty:p-0">
            {(item: Choice) => <ChoiceRow key={item.value} item={item} />}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

function ChoiceRow({ item }: { item: Choice }) {
  return (
    <Base.Item value={item} className={CHOICE}>
      {item.mark}
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate">
          {item.label}
        </span>
        {item.hint && (
          <span dir="auto" className="block truncate text-12 text-faint">
            {item.hint}
          </span>
        )}
      </span>
      <span className="size-4 shrink-0">
        <Base.ItemIndicator>
          <Check aria-hidden className="size-4" strokeWidth={1.75} />
        </Base.ItemIndicator>
      </span>
    </Base.Item>
  );
}
