import { ContextMenu } from '@base-ui/react/context-menu';
import { ArrowUpRight, CircleHelp, Move, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { MenuItem, MenuLine } from '../menu.tsx';
import { usePartWords } from '../parts-words.ts';
import { POPUP } from '../surfaces.ts';
import { canDelete, canMove, openOrPick, pickAt } from './acts.ts';
import { type Answer, askWhy, type Desk, remove, takeUp } from './keys.ts';
import { minuteOf } from './lay-out.ts';
import { rangeWords } from './speech.ts';
import { spansAt } from './spans-at.ts';

interface CellMenuProps {
  desk: Desk;
  answer: (answer: Answer | null) => void;
  /** The grid: a right click, the menu key or Shift F10 in it open the menu. */
  children: ReactNode;
}

/** What can be done at the cell under the cursor, each with its key. */
export function CellMenu({ desk, answer, children }: CellMenuProps) {
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="z-50" collisionPadding={8}>
          <ContextMenu.Popup className={`${POPUP} max-w-80 min-w-44 p-1`}>
            <Entries desk={desk} answer={answer} />
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function Entries({ desk, answer }: Omit<CellMenuProps, 'children'>) {
  const t = usePartWords();
  const { props, hand, ground } = desk;
  const [span] = spansAt(ground, hand.place, hand.chosen);
  return (
    <>
      <First desk={desk} />
      {span && canMove(props, span) && (
        <MenuItem icon={Move} shortcut="M" onSelect={() => answer(takeUp(desk))}>
          {t('grid.menuMove')}
        </MenuItem>
      )}
      {props.onAskWhy && (
        <MenuItem icon={CircleHelp} shortcut="W" onSelect={() => answer(askWhy(desk))}>
          {t('grid.menuWhy')}
        </MenuItem>
      )}
      {span && canDelete(props, span) && (
        <>
          <MenuLine />
          <MenuItem icon={Trash2} shortcut="Del" onSelect={() => answer(remove(desk))}>
            {t('grid.menuDelete', { label: span.label })}
          </MenuItem>
        </>
      )}
    </>
  );
}

/** What Enter does here. */
function First({ desk: { props, ground, hand, speaker } }: { desk: Desk }) {
  const t = usePartWords();
  const [span] = spansAt(ground, hand.place, hand.chosen);
  const picks = !props.readOnly && props.onPick !== undefined;
  if (span && span.kind !== 'offered')
    return (
      <MenuItem
        icon={ArrowUpRight}
        shortcut="Enter"
        onSelect={() => openOrPick(props, ground, span, hand.place)}
      >
        {t('grid.menuOpen', { label: span.label })}
      </MenuItem>
    );
  if (!picks) return null;
  const pick = span ?? pickAt(props, ground, hand.place);
  const range = rangeWords(speaker, minuteOf(pick.start), minuteOf(pick.end));
  return (
    <MenuItem
      icon={Plus}
      shortcut="Enter"
      onSelect={() =>
        span ? openOrPick(props, ground, span, hand.place) : props.onPick?.(pickAt(props, ground, hand.place))
      }
    >
      {t(span ? 'grid.menuChoose' : 'grid.menuPick', { range })}
    </MenuItem>
  );
}
