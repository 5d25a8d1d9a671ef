import { Ellipsis, PenLine, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Tag } from '#ui/badge.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { Switch } from '#ui/switch.tsx';
import { useSize } from '#ui/use-size.ts';
import { isOnItsWay, type CalendarView, type OutsideCalendar } from './calendar-queries.ts';
import { CalendarHealth } from './calendar-health.tsx';
import { ColourDot } from './colour-dot.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import type { CalendarActs } from './use-calendar-acts.ts';
import { useOutsideWords } from './words.ts';

/** The columns that rows and their heads share. */
export const ROW =
  'grid grid-cols-[minmax(0,1fr)_6.5rem_6.5rem_4rem] items-center gap-x-3 max-phone:grid-cols-[minmax(0,1fr)_auto] max-phone:gap-y-1';

/** One outside calendar: how it stands, and what it is for. */
export function CalendarRow({ calendar, acts }: { calendar: OutsideCalendar; acts: CalendarActs }) {
  const t = useOutsideWords();
  const { name, checkConflicts, sync } = calendar;
  const isReading = isOnItsWay(calendar);
  return (
    <li className={`${ROW} min-h-14 border-t border-line py-2.5`}>
      <div className="min-w-0 max-phone:order-1">
        <CalendarName calendar={calendar} />
        <CalendarHealth calendar={calendar} />
      </div>
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
      <CalendarHealth calendar={calendar} />
    </li>
  );
}

function CalendarName({ calendar: { name, colour, writeHere, readOnly } }: { calendar: CalendarView }) {
  const t = useOutsideWords();
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <ColourDot colour={colour} />
      <bdi className="min-w-0 font-medium wrap-anywhere">{name}</bdi>
      {writeHere && <Tag tone="accent">{t('writtenHere')}</Tag>}
      {readOnly && <Tag>{t('readOnly')}</Tag>}
    </p>
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
    <div className="grid justify-items-center max-phone:order-3 max-phone:col-span-2 max-phone:justify-items-start">
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
