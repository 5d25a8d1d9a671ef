import { useState } from 'react';
import type { WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useTitle } from '#ui/title.ts';
import { FairnessOf } from '../fairness/fairness-of.tsx';
import { AddEntriesDialog } from './add-entries-dialog.tsx';
import { Composition } from './composition.tsx';
import { NextCard } from './next-card.tsx';
import { Queue } from './queue.tsx';
import { Recent } from './recent.tsx';
import { RotationBar } from './rotation-bar.tsx';
import { Rules } from './rules.tsx';
import { UsedBy } from './used-by.tsx';
import { useRules } from './use-rotation.ts';
import { useRuleNames } from './use-rule-names.tsx';

/** The queue on the left, the rules on the right; where there is no room for both, one after the other. */
export function RotationScreen({ rotation }: { rotation: WholeRotation }) {
  const { manage } = useRotationRights();
  const [isAdding, setAdding] = useState(false);
  const rules = useRules(rotation);
  const { names, show } = useRuleNames(rotation);
  const add = manage ? () => setAdding(true) : undefined;
  useTitle(rotation.name);
  useShortcuts(add ? { c: add } : {});
  return (
    <main className="@container flex min-h-0 flex-1 flex-col">
      <RotationBar rotation={rotation} rules={rules} onAdd={add} />
      <SaveConflict autosave={rules} names={names} show={show} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_22rem] @max-[58rem]:block @max-[58rem]:overflow-y-auto">
        <div className="scroll-pane min-h-0 px-6 py-5 @max-[58rem]:overflow-visible max-tablet:px-4">
          <NextCard rotation={rotation} onAdd={add} />
          <Queue rotation={rotation} />
          <Recent rotationId={rotation.id} />
        </div>
        <aside className="scroll-pane min-h-0 border-s border-line px-6 py-5 @max-[58rem]:overflow-visible @max-[58rem]:border-s-0 @max-[58rem]:border-t max-tablet:px-4">
          {!manage && <OnlyUse />}
          <Rules rotation={rotation} rules={rules} />
          <Composition rotation={rotation} onAdd={add} />
          <UsedBy usedBy={rotation.usedBy} />
          <FairnessOf search={{ rotationId: rotation.id }} />
        </aside>
      </div>
      {isAdding && <AddEntriesDialog rotation={rotation} onClose={() => setAdding(false)} />}
    </main>
  );
}

/** R1: why there is nothing to switch here. */
function OnlyUse() {
  const t = useRotationWords();
  return <p className="mb-5 text-muted">{t('page.onlyUse')}</p>;
}
