import { TriangleAlert } from 'lucide-react';
import { useDates, useReader } from '#ui/dates.tsx';
import { Note } from '#ui/note.tsx';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { useLinkWords, type LinkWords } from '#links/screens/words.ts';
import type { LinkTimes } from './use-link-times.ts';
import { spansInWords } from './spans-in-words.ts';

type Warning = WholeLink['warnings'][number];

/** What to look after, as the settings stand now, saved or not (L2). */
export function LinkWarnings({ link, times }: { link: WholeLink; times: LinkTimes }) {
  const t = useLinkWords();
  const { warnings } = times.preview ?? link;
  if (warnings.length === 0 && link.active) return null;
  return (
    <div className="mb-5 grid gap-2">
      {!link.active && <Note tone="wait">{t('editor.off')}</Note>}
      {warnings.map((warning) => (
        <Note key={warning.code} tone="wait" icon={TriangleAlert}>
          <Words warning={warning} link={link} times={times} />
        </Note>
      ))}
    </div>
  );
}

interface WordsProps {
  warning: Warning;
  link: WholeLink;
  times: LinkTimes;
}

function Words({ warning: { code, ...about }, link, times }: WordsProps) {
  const t = useLinkWords();
  const { language } = useReader();
  const dates = useDates();
  const clock = (time: string) => dates.time(`2024-01-01T${time === '24:00' ? '00:00' : time}:00Z`, 'UTC');
  const hours = spansInWords(about.hours ?? [], { language, clock });
  const list = (parts: string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  const names = times.hosts.filter(({ memberId }) => about.memberIds?.includes(memberId));
  if (code === 'grid-hides-hours') {
    const values = { hours, minutes: about.minutes ?? 0, names: list(names.map(({ name }) => name)) };
    return t(names.length > 0 && times.hosts.length > 1 ? 'warning.gridOf' : 'warning.grid', values);
  }
  const chairs = about.chairs ?? [];
  const counted = { count: chairs.length, chairs: list(chairs.map(String)) };
  if (code === 'chair-empty') return t('warning.chair-empty', counted);
  if (code === 'nothing-free') return nothingFree(t, link, counted);
  if (code === 'room-unconnected')
    return t('warning.room-unconnected', { names: list(names.map(({ name }) => name)) });
  return t(`warning.${code}`, { hours });
}

function nothingFree(t: LinkWords, link: WholeLink, counted: { count: number; chairs: string }): string {
  if (counted.count > 0) return t('warning.nothingFreeIn', counted);
  return t(link.chairs.length > 1 ? 'warning.neverTogether' : 'warning.nothing-free');
}
