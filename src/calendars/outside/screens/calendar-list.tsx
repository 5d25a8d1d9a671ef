import { useSize } from '#ui/use-size.ts';
import { AccountHead } from './account-head.tsx';
import { byAccount, type Calendars } from './calendar-queries.ts';
import { BuiltInRow, CalendarRow, ROW } from './calendar-row.tsx';
import { useCalendarActs } from './use-calendar-acts.ts';
import { useOutsideWords } from './words.ts';
import { WrittenTo } from './written-to.tsx';

interface CalendarListProps {
  memberId: string;
  calendars: Calendars;
}

/** All calendars of a member by the sign-in they are read with, the built-in one first. */
export function CalendarList({ memberId, calendars: { items } }: CalendarListProps) {
  const acts = useCalendarActs(memberId);
  const builtIn = items.find(({ kind }) => kind === 'built-in');
  const accounts = byAccount(items);
  return (
    <>
      {accounts.length > 0 && (
        <div className="mb-6">
          <WrittenTo items={items} acts={acts} />
        </div>
      )}
      {accounts.length > 0 && <Heads />}
      <ul className="border-b border-line">{builtIn && <BuiltInRow calendar={builtIn} />}</ul>
      {accounts.map((group) => (
        <section key={group.account.id} aria-label={group.account.name} className="mt-6">
          <AccountHead memberId={memberId} group={group} />
          <ul className="border-b border-line">
            {group.calendars.map((calendar) => (
              <CalendarRow key={calendar.id} calendar={calendar} acts={acts} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What the columns of switches mean; each switch says it itself, too. */
function Heads() {
  const t = useOutsideWords();
  const { phone } = useSize();
  if (phone) return null;
  return (
    <div aria-hidden className={`${ROW} items-end pb-1.5 text-12 text-faint`}>
      <span />
      <span className="text-center">{t('check')}</span>
      <span className="text-center">{t('read')}</span>
      <span />
    </div>
  );
}
