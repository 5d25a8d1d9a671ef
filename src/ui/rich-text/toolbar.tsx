import { Toolbar as Base } from '@base-ui/react/toolbar';
import { useEditorState, type ChainedCommands, type Editor } from '@tiptap/react';
import { Bold, Braces, Italic, Link, List, ListOrdered, TextQuote, type LucideIcon } from 'lucide-react';
import { IconButton } from '../icon-button.tsx';
import { Menu, MenuItem } from '../menu.tsx';
import { usePartWords } from '../parts-words.ts';
import type { RichTextProps } from './rich-text-props.ts';

const MARKS = [
  { name: 'bold', icon: Bold, shortcut: 'Ctrl B', toggle: (chain) => chain.toggleBold() },
  { name: 'italic', icon: Italic, shortcut: 'Ctrl I', toggle: (chain) => chain.toggleItalic() },
  { name: 'bulletList', icon: List, toggle: (chain) => chain.toggleBulletList() },
  { name: 'orderedList', icon: ListOrdered, toggle: (chain) => chain.toggleOrderedList() },
  { name: 'blockquote', icon: TextQuote, toggle: (chain) => chain.toggleBlockquote() },
] as const satisfies Mark[];

interface Mark {
  name: string;
  icon: LucideIcon;
  shortcut?: string;
  toggle: (chain: ChainedCommands) => ChainedCommands;
}

interface ToolbarProps extends Pick<RichTextProps, 'inserts'> {
  editor: Editor;
  onLink: () => void;
}

/** One tab stop, arrows between its buttons; pressing one leaves the text selected. */
export function Toolbar({ editor, onLink, inserts = [] }: ToolbarProps) {
  const t = usePartWords();
  const active = useEditorState({
    editor,
    selector: () => [...MARKS.map(({ name }) => editor.isActive(name)), editor.isActive('link')],
  });
  return (
    <Base.Root aria-label={t('rich.toolbar')} className="flex flex-wrap gap-0.5 border-b border-line p-0.5">
      {MARKS.map(({ name, icon, toggle, ...mark }, at) => (
        <Press
          key={name}
          icon={icon}
          label={t(`rich.${name}`)}
          shortcut={'shortcut' in mark ? mark.shortcut : undefined}
          pressed={active[at]!}
          onPress={() => toggle(editor.chain().focus()).run()}
        />
      ))}
      <Press icon={Link} label={t('rich.link')} shortcut="Ctrl K" pressed={active.at(-1)!} onPress={onLink} />
      {inserts.length > 0 && <Inserts editor={editor} inserts={inserts} />}
    </Base.Root>
  );
}

/** From the menu one goes on writing. */
function Inserts({ editor, inserts }: { editor: Editor; inserts: NonNullable<ToolbarProps['inserts']> }) {
  const t = usePartWords();
  return (
    <Menu
      align="start"
      trigger={<Base.Button render={<IconButton icon={Braces} label={t('rich.insert')} />} />}
      finalFocus={() => editor.view.dom}
    >
      {inserts.map(({ label, text }) => (
        <MenuItem key={text} onSelect={() => editor.commands.insertContent({ type: 'text', text })}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}

function Press(props: {
  icon: LucideIcon;
  label: string;
  shortcut?: string;
  pressed: boolean;
  onPress: () => void;
}) {
  const { icon, label, shortcut, pressed, onPress } = props;
  return (
    <Base.Button
      aria-pressed={pressed}
      onClick={onPress}
      onMouseDown={(event) => event.preventDefault()}
      render={<IconButton icon={icon} label={label} shortcut={shortcut} />}
    />
  );
}
