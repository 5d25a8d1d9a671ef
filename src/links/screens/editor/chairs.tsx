import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ReorderRows } from '#ui/reorder.tsx';
import { useLinkWords } from '../words.ts';
import { AddHost } from './add-host.tsx';
import { plainChair, shortChairs, withoutStrangers, type Chair } from './chair-list.ts';
import { useEditing } from './editing.tsx';
import { OneChair } from './one-chair.tsx';
import { useChairKeys } from './use-chair-keys.ts';
import { useRotationMembers } from './use-rotation-members.ts';

const MOST = 20;

/** Panel: each chair is filled by one of its candidates, all by different people (B1). */
export function Chairs() {
  const t = useLinkWords();
  const { readOnly, hostOf } = useEditing();
  const { chairs, keys, put, move, add, remove } = useChairs();
  const short = shortChairs(chairs, (id) => hostOf(id)?.bookable.ok !== false);
  const nameOf = (key: string) => t('chairs.chair', { number: keys.indexOf(key) + 1 });
  const isOnly = chairs.length < 2;
  return (
    <div className="grid gap-3">
      <ReorderRows
        items={keys}
        keyOf={(key) => key}
        fixed={readOnly || isOnly}
        gripLabel={(key) => t('order.move', { name: nameOf(key) })}
        placeLabel={(key, index) =>
          t('order.moved', { name: nameOf(key), place: index + 1, count: keys.length })
        }
        onMove={move}
        row={(_, index) => (
          <OneChair
            index={index}
            chair={chairs[index]!}
            short={short.get(index)}
            onChange={(next) => put(index, next)}
            onRemove={readOnly || isOnly ? undefined : () => remove(index)}
          />
        )}
      />
      {!readOnly && chairs.length < MOST && <AddChair number={chairs.length + 1} onAdd={add} />}
    </div>
  );
}

interface AddChairProps {
  number: number;
  onAdd: (chair: Chair) => void;
}

/** A chair stands once somebody can fill it: first it is asked who. */
function AddChair({ number, onAdd }: AddChairProps) {
  const t = useLinkWords();
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const membersOf = useRotationMembers();
  const end = () => {
    setAsking(false);
    // The button is back after this has been drawn.
    setTimeout(() => button.current?.focus());
  };
  const put = (chair: Chair) => {
    end();
    onAdd(chair);
  };
  const name = t('chairs.chair', { number });
  if (!isAsking)
    return (
      <div>
        <Button ref={button} icon={Plus} onClick={() => setAsking(true)}>
          {t('chairs.add')}
        </Button>
      </div>
    );
  return (
    <fieldset aria-label={name} className="min-w-0 rounded-r border border-dashed border-line-mid px-3 py-2">
      <h3 className="mb-1.5 font-medium">{name}</h3>
      <AddHost
        of={name}
        teams
        taken={[]}
        onAdd={(candidateIds) => put({ candidateIds })}
        onRotation={(id) => void membersOf(id).then((ids) => put({ candidateIds: ids, rotationId: id }))}
        onClose={end}
      />
    </fieldset>
  );
}

function useChairs() {
  const { link, edit } = useEditing();
  const chairs = link.chairs.map(plainChair);
  const { keys, moved, added, removed } = useChairKeys(chairs.length);
  const change = (next: Chair[]) => edit({ chairs: next, ...withoutStrangers(link, next) }, true);
  return {
    chairs,
    keys,
    put: (index: number, chair: Chair) => change(chairs.with(index, chair)),
    move: (next: string[]) => {
      moved(next);
      change(next.map((key) => chairs[keys.indexOf(key)]!));
    },
    add: (chair: Chair) => {
      added();
      change([...chairs, chair]);
    },
    remove: (index: number) => {
      removed(index);
      change(chairs.toSpliced(index, 1));
    },
  };
}
