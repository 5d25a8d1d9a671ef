import { Popover } from '@base-ui/react/popover';
import { Columns3 } from 'lucide-react';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { classNames } from './class-names.ts';
import { columnsNow, type ChosenColumn } from './column-order.ts';
import { IconButton } from './icon-button.tsx';
import { usePartWords } from './parts-words.ts';
import { ReorderRows } from './reorder.tsx';
import { POPUP } from './surfaces.ts';

export interface ColumnChooserProps {
  /** All columns the table can have; a fixed one is always shown and stands first. */
  columns: readonly { key: string; header: string; fixed?: boolean }[];
  chosen: readonly ChosenColumn[];
  onChange: (chosen: ChosenColumn[]) => void;
  /** Back to how the list was at first. */
  onReset?: () => void;
}

/** A button that opens the columns of a table: ticked ones are shown, in this order. */
export function ColumnChooser(props: ColumnChooserProps) {
  const t = usePartWords();
  return (
    <Popover.Root>
      <Popover.Trigger render={<IconButton icon={Columns3} label={t('columns.choose')} />} />
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-40">
          <Popover.Popup
            aria-label={t('columns.title')}
            className={classNames(
              POPUP,
              'scroll-pane max-h-(--available-height) w-[min(20rem,var(--available-width))] p-3',
            )}
          >
            <ColumnRows {...props} />
            {props.onReset && (
              <Button kind="quiet" className="mt-2" onClick={props.onReset}>
                {t('columns.reset')}
              </Button>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The same rows without the button, for a settings page. */
export function ColumnRows({ columns, chosen, onChange }: ColumnChooserProps) {
  const t = usePartWords();
  const now = columnsNow(chosen, columns);
  const of = (key: string) => columns.find((column) => column.key === key);
  const name = (column: ChosenColumn) => of(column.key)?.header ?? column.key;
  const fixed = now.filter(({ key }) => of(key)?.fixed);
  const free = now.filter(({ key }) => !of(key)?.fixed);
  const tick = (key: string, shown: boolean) =>
    onChange(now.map((column) => (column.key === key ? { key, shown } : column)));
  return (
    <>
      {fixed.map((column) => (
        <Checkbox key={column.key} checked disabled onChange={() => {}} className="ms-8 touch:ms-14">
          {name(column)}
        </Checkbox>
      ))}
      <ReorderRows
        items={free}
        keyOf={({ key }) => key}
        fixed={free.length < 2}
        gripLabel={(column) => t('columns.move', { name: name(column) })}
        placeLabel={(column, index) =>
          t('columns.moved', { name: name(column), place: index + 1, total: free.length })
        }
        onMove={(moved) => onChange([...fixed, ...moved])}
        row={(column) => (
          <span className="flex min-h-10 min-w-0 flex-1 items-center">
            <Checkbox
              checked={column.shown}
              onChange={(shown) => tick(column.key, shown)}
              className="min-w-0 flex-1"
            >
              {name(column)}
            </Checkbox>
          </span>
        )}
      />
    </>
  );
}
