import { Ellipsis, PenLine, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { Switch } from '#ui/switch.tsx';
import { useSize } from '#ui/use-size.ts';
import { isOnItsWay, type CalendarView, type OutsideCalendar } from './calendar-queries.ts';
import { CalendarName } from './calendar-name.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import type { CalendarActs } from './use-calendar-acts.ts';
import { useOutsideWords } from './words.ts';

/** The columns that rows and their heads share. */
export const ROW =
  'grid grid-cols-[minmax(0,1fr)_6rem_4.5rem_4rem] items-center gap-x-2 max-phone:grid-cols-[minmax(0,1fr)_auto] max-phone:gap-y-1';

/** One outside calendar: how it stands, and what it is for. */
export function CalendarRow({ calendar, acts }: { calendar: OutsideCalendar; acts: CalendarActs }) {
  const t = useOutsideWords();
  const { name, checkConflicts, sync } = calendar;
  const isReading = isOnItsWay(calendar);
  return (
    <li className={`${ROW} min-h-14 border-t border-line py-2.5`}>
      <CalendarName calendar={calendar} />
      <div className="contents max-phone:order-3 max-phone:col-span-2 max-phone:flex max-phone:flex-wrap max-phone:gap-x-6 max-phone:ps-4.5">
        <Choice
          label={t('check')}
          name={name}
          checked={checkConflicts && sync}
          disabled={!sync}
          onChange={(next) => acts.change(calendar, { checkConflicts: next })}
        />
        <Choice
          label={t('read')}
          name={name}
          checked={sync}
          onChange={(next) => acts.change(calendar, { sync: next })}
        />
      </div>
      <div className="flex justify-end max-phone:order-2">
        <IconButton
          icon={RefreshCw}
          label={t('readNow', { name })}
          disabled={!sync}
          busy={isReading}
          onClick={() => acts.read(calendar)}
        />
        <RowMenu calendar={calendar} acts={acts} />
      </div>
    </li>
  );
}

/** K1: nothing of it can be switched off. */
export function BuiltInRow({ calendar }: { calendar: CalendarView }) {
  return (
    <li className="min-h-14 border-t border-line py-2.5">
      <CalendarName calendar={calendar} />
    </li>
  );
}

interface ChoiceProps {
  label: string;
  /** Of the calendar. */
  name: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A switch under its column's head; on a phone the words stand beside it. */
function Choice({ label, name, ...state }: ChoiceProps) {
  const { phone } = useSize();
  return (
    <div className="grid justify-items-center">
      <Switch {...state} aria-label={`${label}: ${name}`}>
        {phone ? label : undefined}
      </Switch>
    </div>
  );
}

function RowMenu({ calendar, acts }: { calendar: OutsideCalendar; acts: CalendarActs }) {
  const t = useOutsideWords();
  const [isRenaming, setRenaming] = useState(false);
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t('more', { name: calendar.name })} />}>
        <MenuItem icon={PenLine} onSelect={() => setRenaming(true)}>
          {t('rename.open')}
        </MenuItem>
      </Menu>
      {isRenaming && (
        <RenameDialog
          name={calendar.name}
          onName={(name) => acts.change(calendar, { name })}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  );
}
