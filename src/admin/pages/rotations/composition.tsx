import { Plus, UsersRound, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { whoLeaves } from '#rotations/screens/what-follows.ts';
import type { Entry, WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Avatar } from '#ui/avatar.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { RemoveQuestion } from './remove-question.tsx';

interface CompositionProps {
  rotation: WholeRotation;
  onAdd: (() => void) | undefined;
}

/** R2: the teams and members that make it up, as they were put in. */
export function Composition({ rotation, onAdd }: CompositionProps) {
  const t = useRotationWords();
  return (
    <section aria-labelledby="composition" className="mt-6">
      <div className="flex min-h-7 items-center gap-2">
        <h2 id="composition" className="min-w-0 flex-1 font-semibold">
          {t('members.title')}
        </h2>
        {onAdd && <IconButton icon={Plus} label={t('add.button')} onClick={onAdd} />}
      </div>
      {rotation.members.length === 0 && <p className="mt-1 text-muted">{t('members.none')}</p>}
      <ul>
        {rotation.members.map((entry) => (
          <EntryRow
            key={`${entry.kind} ${entry.id}`}
            rotation={rotation}
            entry={entry}
            editable={Boolean(onAdd)}
          />
        ))}
      </ul>
    </section>
  );
}

interface EntryRowProps {
  rotation: WholeRotation;
  entry: Entry & { name: string };
  editable: boolean;
}

function EntryRow({ rotation, entry, editable }: EntryRowProps) {
  const t = useRotationWords();
  const who = whoLeaves(rotation.queue, entry);
  const isTeam = entry.kind === 'team';
  return (
    <li className="flex min-h-10 items-center gap-2.5 border-b border-line last:border-b-0">
      {isTeam ? (
        <UsersRound aria-hidden className="mx-0.5 size-4 shrink-0 text-muted" strokeWidth={1.75} />
      ) : (
        <Avatar id={entry.id} name={entry.name} />
      )}
      <bdi className="min-w-0 flex-1 truncate" title={entry.name}>
        {entry.name}
      </bdi>
      {isTeam && (
        <span className="shrink-0 text-faint">
          {t('members.people', { count: who.leaving.length + who.staying.length })}
        </span>
      )}
      {editable && <Remove rotation={rotation} entry={entry} who={who} />}
    </li>
  );
}

function Remove({
  rotation,
  entry,
  who,
}: Omit<EntryRowProps, 'editable'> & { who: ReturnType<typeof whoLeaves> }) {
  const t = useRotationWords();
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        ref={button}
        icon={X}
        label={t('members.remove', { name: entry.name })}
        onClick={() => setAsking(true)}
      />
      {isAsking && (
        <RemoveQuestion
          rotationId={rotation.id}
          entry={entry}
          who={who}
          anchor={button}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
