import { Popover } from '@base-ui/react/popover';
import { Plus, Users } from 'lucide-react';
import { MembersPicker } from '#people/screens/member-picker.tsx';
import { Avatar } from '#ui/avatar.tsx';
import { Chip } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { Field } from '#ui/field.tsx';
import { POPUP } from '#ui/surfaces.ts';
import { useSize } from '#ui/use-size.ts';
import { MOST_PEOPLE } from './calendar-search.ts';
import { type Calendar, useCalendarWay } from './use-calendar.ts';
import { useCalendarWords } from './words.ts';

/** Whose calendars are shown: chips where there is room, and in any case a button to add or leave people out. */
export function CalendarPeople({ calendar }: { calendar: Calendar }) {
  const { tablet } = useSize();
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      {!tablet && <PeopleChips calendar={calendar} />}
      <PeopleChoice calendar={calendar} />
    </div>
  );
}

/** More names would push everything else out of the bar: then short ones, then initials. */
const MOST_NAMES = 2;
const MOST_SHORT_NAMES = 3;

function PeopleChips({ calendar: { people, who } }: { calendar: Calendar }) {
  const t = useCalendarWords();
  const way = useCalendarWay();
  return (
    <ul aria-label={t('people')} className="flex min-w-0 flex-wrap items-center gap-1.5">
      {people.map(({ id, name, shortName }) => (
        <li key={id} className="flex min-w-0" title={name}>
          <Chip
            name={name}
            onRemove={people.length > 1 ? () => way.who(who.filter((one) => one !== id)) : undefined}
          >
            <span className="inline-flex max-w-40 items-center gap-1.5 align-middle">
              <Avatar id={id} name={name} size="xs" alone={people.length > MOST_SHORT_NAMES} />
              {people.length <= MOST_SHORT_NAMES && (
                <bdi className="truncate text-ink">{people.length > MOST_NAMES ? shortName : name}</bdi>
              )}
            </span>
          </Chip>
        </li>
      ))}
    </ul>
  );
}

function PeopleChoice({ calendar: { who } }: { calendar: Calendar }) {
  const t = useCalendarWords();
  const way = useCalendarWay();
  const { tablet } = useSize();
  return (
    <Popover.Root>
      <Popover.Trigger
        render={
          <Button
            icon={tablet ? Users : Plus}
            kind={tablet ? 'quiet' : 'plain'}
            aria-label={tablet ? `${t('people')}: ${who.length}` : t('choosePeople')}
            className={tablet ? undefined : 'h-6 rounded-full border-dashed px-2 text-12 text-muted'}
          >
            {tablet ? who.length : t('person')}
          </Button>
        }
      />
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-40">
          <Popover.Popup className={classNames(POPUP, 'w-80 max-w-(--available-width) p-4')}>
            <Field label={t('people')} hint={t('mostPeople', { count: MOST_PEOPLE })}>
              <MembersPicker value={who} onChange={(ids) => way.who(ids.slice(0, MOST_PEOPLE))} />
            </Field>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
