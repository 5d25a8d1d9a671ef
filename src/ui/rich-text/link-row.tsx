import type { Editor } from '@tiptap/react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../button.tsx';
import { Input } from '../input.tsx';
import { usePartWords } from '../parts-words.ts';
import { addressFrom } from './extensions.ts';

/** Where the chosen words lead. Enter sets it, an empty address takes it away, Esc leaves all as it was. */
export function LinkRow({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = usePartWords();
  const why = useId();
  const field = useRef<HTMLInputElement>(null);
  const { typed, type, isWrong, set, press } = useLinking(editor, onDone);
  useEffect(() => field.current?.select(), []);
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-b border-line p-1.5">
      <Input
        ref={field}
        size="s"
        className="min-w-40 flex-1"
        aria-label={t('rich.address')}
        placeholder="https://"
        value={typed}
        onChange={type}
        onKeyDown={press}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? why : undefined}
      />
      <Button size="s" onClick={set}>
        {t('rich.setLink')}
      </Button>
      {isWrong && (
        <p id={why} role="alert" className="w-full text-12 text-danger">
          {t('rich.wrongAddress')}
        </p>
      )}
    </div>
  );
}

function useLinking(editor: Editor, onDone: () => void) {
  const [typed, type] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const [isWrong, setWrong] = useState(false);
  const close = () => {
    onDone();
    editor.commands.focus();
  };
  const set = () => {
    const address = addressFrom(typed);
    if (address === null && typed.trim() !== '') return setWrong(true);
    setLink(editor, address);
    close();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') set();
    else close();
  };
  return { typed, type, isWrong, set, press };
}

/** Without words to lead anywhere the address itself is written. */
function setLink(editor: Editor, href: string | null): void {
  const chain = editor.chain().focus().extendMarkRange('link');
  if (href === null) chain.unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive('link')) {
    const text = href.replace(/^mailto:/, '');
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] })
      .run();
  } else chain.setLink({ href }).run();
}
