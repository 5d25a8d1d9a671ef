import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { firstName } from '#bookings/screens/called.ts';
import { besideName } from '#rotations/screens/beside-name.ts';
import type { WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Avatar } from '#ui/avatar.tsx';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';

interface NextCardProps {
  rotation: WholeRotation;
  onAdd: (() => void) | undefined;
}

/** Whose turn it is, and what makes it so; or why it is nobody's (R9). */
export function NextCard({ rotation, onAdd }: NextCardProps) {
  const { next, queue } = rotation;
  if (next) return <Next next={next} />;
  return <Nobody why={rotation.why} isEmpty={queue.length === 0} onAdd={onAdd} />;
}

const CARD = 'flex flex-wrap items-center gap-x-4 gap-y-3 rounded-r border px-4 py-4';

function Next({ next }: { next: NonNullable<WholeRotation['next']> }) {
  const t = useRotationWords();
  const { memberId, name, sentence } = next;
  return (
    <section aria-labelledby="next-in-line" className={`${CARD} border-accent-mid bg-accent-soft`}>
      <Avatar id={memberId} name={name} size="l" />
      <div className="min-w-0 flex-1 basis-60">
        <h2 id="next-in-line" title={name} className="line-clamp-2 text-16 font-semibold wrap-anywhere">
          {t('next.is', { name })}
        </h2>
        <p className="wrap-anywhere text-muted">{besideName(sentence, name)}.</p>
      </div>
      <LinkButton className="max-w-72" render={<Link to="/calendar" search={{ who: memberId }} />}>
        {t('next.calendar', { name: firstName(name) })}
      </LinkButton>
    </section>
  );
}

function Nobody({
  why,
  isEmpty,
  onAdd,
}: {
  why: string | null;
  isEmpty: boolean;
  onAdd?: (() => void) | undefined;
}) {
  const t = useRotationWords();
  return (
    <section aria-labelledby="next-in-line" className={`${CARD} border-wait-line bg-wait-soft`}>
      <div className="min-w-0 flex-1 basis-60">
        <h2 id="next-in-line" className="text-16 font-semibold">
          {t(isEmpty ? 'next.empty' : 'next.nobody')}
        </h2>
        <p className="wrap-anywhere text-muted">
          {isEmpty ? t('next.emptyWhat') : `${why ?? ''}. ${t('next.byName')}`}
        </p>
      </div>
      {onAdd && isEmpty && (
        <Button icon={Plus} onClick={onAdd}>
          {t('add.button')}
        </Button>
      )}
    </section>
  );
}
