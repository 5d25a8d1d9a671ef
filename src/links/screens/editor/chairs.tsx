import { Plus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { ReorderRows } from '#ui/reorder.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { useLinkWords } from '../words.ts';
import { plainChair, shortChairs, withoutStrangers, type Chair } from './chair-list.ts';
import { useEditing } from './editing.tsx';
import { OneChair } from './one-chair.tsx';
import { useChairKeys } from './use-chair-keys.ts';

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
      {!readOnly && chairs.length < MOST && (
        <div>
          <Button icon={Plus} onClick={add}>
            {t('chairs.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function useChairs() {
  const { link, edit } = useEditing();
  const { member } = useMe();
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
    add: () => {
      added();
      change([...chairs, { candidateIds: firstFor(chairs, member.id) }]);
    },
    remove: (index: number) => {
      removed(index);
      change(chairs.toSpliced(index, 1));
    },
  };
}

/** A new chair begins with who adds it, else with those of the last chair: never with nobody. */
function firstFor(chairs: readonly Chair[], memberId: string): string[] {
  const isTaken = chairs.some(({ candidateIds }) => candidateIds.includes(memberId));
  const last = chairs.at(-1)?.candidateIds ?? [];
  return isTaken && last.length > 0 ? last : [memberId];
}
