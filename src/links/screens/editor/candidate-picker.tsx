import { useState } from 'react';
import type { Choice } from '#ui/choices.ts';
import { Combobox } from '#ui/combobox.tsx';
import { focusOnce } from '#ui/focus.ts';
import { useLinkWords } from '../words.ts';
import { useCandidates, type Refused } from './use-candidates.tsx';

export interface Candidates {
  /** Not offered: those who are there already. */
  taken: readonly string[];
  onAdd: (memberIds: string[]) => void;
  /** A team adds all of its members who can host, where many take turns. */
  teams?: boolean;
  /** A rotation takes the place of the people (R10). */
  onRotation?: (rotationId: string) => void;
}

/** People, teams and rotations by name; who cannot host stands there with the reason, and choosing them says it (B4). */
export function CandidatePicker({ label, ...candidates }: Candidates & { label: string }) {
  const t = useLinkWords();
  const { items, take, searching, isError } = useCandidates(candidates);
  const [told, setTold] = useState<Refused & { times: number }>({ times: 0 });
  const choose = (choice: Choice | null) =>
    choice && setTold(({ times }) => ({ times: times + 1, ...take(choice.value) }));
  return (
    <div className="w-72 min-w-0">
      <Combobox
        // A field of its own for each one, empty and with the focus.
        key={told.times}
        ref={focusOnce}
        size="s"
        aria-label={label}
        items={items}
        searching={searching}
        value={null}
        onChange={choose}
        placeholder={t(candidates.teams ? 'hosts.find' : 'hosts.findPerson')}
        empty={t(isError ? 'hosts.findFailed' : 'hosts.nobody')}
      />
      {told.refused && (
        <p role="alert" className="mt-1 text-12 wrap-anywhere text-danger">
          {told.refused}
        </p>
      )}
      <output className={told.left ? 'mt-1 block text-12 wrap-anywhere text-muted' : 'sr-only'}>
        {told.left ?? told.added}
      </output>
    </div>
  );
}
