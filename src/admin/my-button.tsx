import { Avatar } from '#ui/avatar.tsx';
import { useMe } from './use-me.ts';

/** Who is signed in; what opens it is the menu's. */
export function MyButton(props: Record<string, unknown>) {
  const { member } = useMe();
  return (
    <button
      type="button"
      aria-haspopup="menu"
      {...props}
      className="flex min-h-8 items-center gap-2 rounded-s px-2 py-1.5 text-left hover:bg-hover data-popup-open:bg-press touch:min-h-11 max-tablet:px-2"
    >
      <Avatar id={member.id} name={member.name} />
      <bdi className="truncate max-tablet:sr-only max-phone:not-sr-only" title={member.name}>
        {member.name}
      </bdi>
    </button>
  );
}
