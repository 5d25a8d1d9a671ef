import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useDates } from '#ui/dates.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import type { Clash } from './clash.ts';
import { useWhen, type AskedAnyway } from './use-offering.ts';

/** L3: busy time blocks an offered time unless one says that it shall not. */
export function AnywayDialog({ asked, timeZone }: { asked: AskedAnyway | null; timeZone: string }) {
  const t = useLinkWords();
  const when = useWhen(timeZone);
  if (!asked) return null;
  return (
    <ConfirmDialog
      open
      onClose={asked.no}
      title={t('times.ask.title', { when: when(asked.time) })}
      action={t('times.ask.yes')}
      keep={t('times.ask.no')}
      onConfirm={asked.yes}
    >
      <ul className="mb-3 grid gap-1 text-ink">
        {asked.clashes.map((clash) => (
          <li key={`${clash.memberId} ${clash.start}`}>
            <ClashLine clash={clash} timeZone={timeZone} />
          </li>
        ))}
      </ul>
      <p>{t('times.ask.what')}</p>
    </ConfirmDialog>
  );
}

function ClashLine({ clash, timeZone }: { clash: Clash; timeZone: string }) {
  const t = useLinkWords();
  const dates = useDates();
  const { name, title, kind, allDay, start, end } = clash;
  const what = title ?? t(kind === 'away' ? 'times.absence' : 'times.busy');
  if (allDay || kind === 'away') return t('times.ask.wholeDay', { name, what });
  return t('times.ask.line', { name, what, range: dates.range(start, end, timeZone) });
}
