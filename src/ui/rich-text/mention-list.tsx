import { useEffect, useRef, type CSSProperties } from 'react';
import { Avatar } from '../avatar.tsx';
import { classNames } from '../class-names.ts';
import { usePartWords } from '../parts-words.ts';
import { CHOICE, POPUP } from '../surfaces.ts';
import type { Suggesting } from './mention.ts';
import type { Person } from './people.ts';

/** Who is meant: the focus stays in the text, which points at the chosen one. */
export function MentionList({ id, suggesting }: { id: string; suggesting: Suggesting }) {
  const t = usePartWords();
  const list = useRef<HTMLDivElement>(null);
  const { people, chosen, choose, place } = suggesting;
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <>
      <div
        ref={list}
        id={id}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the focus stays in the text, which no tag's own list can do
        role="listbox"
        aria-label={t('rich.people')}
        style={nextTo(place)}
        className={classNames(POPUP, 'scroll-pane fixed z-50 max-h-64 w-64 max-w-[90vw] p-1')}
      >
        {people.map((person, at) => (
          <Row key={person.id} id={`${id}-${at}`} person={person} chosen={at === chosen} onChoose={choose} />
        ))}
      </div>
      <output className="sr-only">{t('rich.found', { count: people.length })}</output>
    </>
  );
}

function Row(props: { id: string; person: Person; chosen: boolean; onChoose: (person: Person) => void }) {
  const { id, person, chosen, onChoose } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the text's
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
      role="option"
      aria-selected={chosen}
      data-highlighted={chosen ? '' : undefined}
      className={classNames(CHOICE, 'cursor-pointer hover:bg-hover')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(person)}
    >
      <Avatar id={person.id} name={person.name} />
      <bdi className="truncate">{person.name}</bdi>
    </div>
  );
}

const ROOM = 264;

/** Below what is typed, or above it where there is no room; always inside the window. */
function nextTo(place: DOMRect | null): CSSProperties {
  if (!place) return { display: 'none' };
  const left = Math.max(8, Math.min(place.left, innerWidth - ROOM));
  const fits = place.bottom + ROOM < innerHeight;
  return fits ? { left, top: place.bottom + 4 } : { left, bottom: innerHeight - place.top + 4 };
}
