import { Users } from 'lucide-react';
import { Avatar } from '#ui/avatar.tsx';
import { Button } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

/** Whose turn it is and why in one sentence (R4); nobody's, and why, with the way that stays open (R9). */
export function ProposedHost({ state: { who, way } }: { state: Schedule }) {
  const t = useScheduleWords();
  const { data } = who.proposal;
  if (!data) return <Skeleton row="text" rows={3} />;
  const { memberId, name, sentence } = data;
  const { head, rest } = partsOf(sentence, name ?? '');
  if (!memberId || !name)
    return (
      <Note alert tone="wait" icon={Users} title={head ?? t('nobodyNext')}>
        <p>{rest}</p>
        <Button className="mt-2" onClick={() => way.rotation(null)}>
          {t('directly')}
        </Button>
        <p className="mt-1 text-12">{t('directlyHint')}</p>
      </Note>
    );
  return (
    <output className="flex min-w-0 items-center gap-3 rounded-r border border-accent-mid bg-accent-soft px-3 py-2.5">
      <Avatar id={memberId} name={name} size="m" />
      <div className="min-w-0 wrap-anywhere">
        <p className="text-14 font-semibold">
          <bdi>{head ?? t('next', { name })}</bdi>
        </p>
        <p className="text-muted">{rest}</p>
      </div>
    </output>
  );
}

/**
 * 'Bo Lindqvist is next: 3 meetings; …' says first who, then why, whatever the language puts between them. Without a
 * name it says that nobody is, then why.
 */
function partsOf(sentence: string, name: string): { head: string | null; rest: string } {
  const after = sentence.indexOf(name) + name.length;
  const [gap = ''] = /\s?[:–]\s/.exec(sentence.slice(after)) ?? [];
  const cut = gap === '' || !sentence.includes(name) ? -1 : sentence.indexOf(gap, after);
  if (cut === -1) return { head: null, rest: sentence };
  const rest = sentence.slice(cut + gap.length);
  return { head: sentence.slice(0, cut), rest: rest.replace(/^./u, (letter) => letter.toUpperCase()) };
}
