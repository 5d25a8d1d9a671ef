import { Popover } from '@base-ui/react/popover';
import { classNames } from './class-names.ts';
import { AddFilter } from './filter-bar.tsx';
import { FilterBuilder, type FilterBuilderProps } from './filter-builder.tsx';
import { usePartWords } from './parts-words.ts';
import { POPUP } from './surfaces.ts';

/** The '+ Filter' of a filter bar that opens the rows. Give it to FilterBar as `add`. */
export function FilterPopover(props: FilterBuilderProps) {
  const t = usePartWords();
  return (
    <Popover.Root>
      <Popover.Trigger render={<AddFilter />} />
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={6} collisionPadding={8} className="z-40">
          <Popover.Popup
            aria-label={t('filter.title')}
            className={classNames(
              POPUP,
              'scroll-pane max-h-(--available-height) w-[min(46rem,var(--available-width))] p-4',
            )}
          >
            <FilterBuilder {...props} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
