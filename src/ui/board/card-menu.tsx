import { Ellipsis } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { Menu, MenuGroup, MenuItem } from '../menu.tsx';
import { usePartWords } from '../parts-words.ts';
import type { BoardCard } from './board-props.ts';
import { useReach } from './reach.ts';

/** Moving without carrying. The menu itself is made when it is first asked for: a board has many cards. */
export function CardMenu({ card, columnId }: { card: BoardCard; columnId: string }) {
  const t = usePartWords();
  const { props, state } = useReach();
  const [asked, setAsked] = useState(false);
  const label = t('board.move', { name: props.cardName(card) });
  if (!asked) return <MenuButton aria-label={label} onClick={() => setAsked(true)} />;
  return (
    <Menu defaultOpen trigger={<MenuButton aria-label={label} />}>
      <MenuGroup label={t('board.moveTo')}>
        {props.columns
          .filter(({ id }) => id !== columnId)
          .map(({ id, title }) => (
            <MenuItem key={id} onSelect={() => state.move(card.id, id, false)}>
              {title}
            </MenuItem>
          ))}
      </MenuGroup>
    </Menu>
  );
}

/** Not a tab stop: keys have Shift with the arrows for it. */
function MenuButton(props: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...props}
      tabIndex={-1}
      className="absolute end-1.5 top-1.5 grid size-6 place-items-center rounded-xs bg-bg text-faint opacity-0 group-focus-within/card:opacity-100 group-hover/card:opacity-100 hover:bg-hover data-popup-open:opacity-100 touch:end-0 touch:top-0 touch:size-(--touch) touch:bg-transparent touch:opacity-100"
    >
      <Ellipsis aria-hidden className="size-4" strokeWidth={1.75} />
    </button>
  );
}
