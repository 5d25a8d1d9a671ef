import { EditorContent, useEditor, type Editor as Written } from '@tiptap/react';
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { FRAME } from '../surfaces.ts';
import { extensionsOf, pastedHtml } from './extensions.ts';
import { LinkRow } from './link-row.tsx';
import { MentionList } from './mention-list.tsx';
import type { Suggesting } from './mention.ts';
import type { RichTextProps } from './rich-text-props.ts';
import { Toolbar } from './toolbar.tsx';

/** The editor itself, with all that it is made of: fetched when somebody is about to write. */
export function Editor(props: RichTextProps) {
  const id = useId();
  const [suggesting, setSuggesting] = useState<Suggesting | null>(null);
  const [isLinking, setLinking] = useState(false);
  const editor = useWriting(props, setSuggesting, () => setLinking(true));
  useFocus(editor, props.focused === true);
  usePresentValue(editor, props.value);
  useSaid(editor, id, props, suggesting);
  useHand(editor, props.hand);
  return (
    <div
      className={classNames(FRAME, 'flex-col items-stretch gap-0!', props.className)}
      data-invalid={props.error ? '' : undefined}
    >
      <Toolbar editor={editor} onLink={() => setLinking(true)} inserts={props.inserts} />
      {isLinking && <LinkRow editor={editor} onDone={() => setLinking(false)} />}
      <EditorContent editor={editor} className="scroll-pane max-h-[50vh] min-w-0" />
      {suggesting && <MentionList id={`${id}-people`} suggesting={suggesting} />}
      {props.error && (
        <p id={`${id}-why`} role="alert" className="px-2.5 pb-1.5 text-12 text-danger">
          {props.error}
        </p>
      )}
    </div>
  );
}

function useWriting(given: RichTextProps, show: (suggesting: Suggesting | null) => void, link: () => void) {
  const latest = useRef(given);
  useEffect(() => void (latest.current = given));
  // oxlint-disable-next-line react/refs -- asked when somebody types @, never while rendering
  const [extensions] = useState(() =>
    extensionsOf(given.placeholder ?? '', { people: () => latest.current.people ?? [], show }, given.blocks),
  );
  return useEditor({
    extensions,
    content: given.value,
    // A word that was typed before the editor came may still end in its space.
    parseOptions: { preserveWhitespace: 'full' },
    injectCSS: false,
    onUpdate: ({ editor }) => latest.current.onChange(htmlOf(editor)),
    editorProps: {
      attributes: {
        class: 'rich-text rich-text-edit px-2.5 py-1.5 touch:text-16',
        role: 'textbox',
        dir: 'auto',
      },
      transformPastedHTML: pastedHtml,
      handleDOMEvents: { keydown: (_, event) => isOurs(event, latest.current, link) },
    },
  });
}

/** At once: what is typed while the editor takes the field's place must not fall between the two. */
function useFocus(editor: Written, focused: boolean): void {
  useLayoutEffect(() => {
    if (!focused) return;
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
  }, [editor, focused]);
}

function useHand(editor: Written, hand: RichTextProps['hand']): void {
  useImperativeHandle(hand, () => ({
    insert: (html) => void editor.chain().insertContent(`${html}<p></p>`).focus().run(),
    revise: (block, values) => revise(editor, block, values),
  }));
}

function revise({ state, view }: Written, { mark, is }: { mark: string; is: string }, values: object): void {
  const { tr, doc } = state;
  doc.descendants(({ type, attrs }, at) => {
    if (type.name === mark && attrs[mark] === is) tr.setNodeMarkup(at, undefined, { ...attrs, ...values });
  });
  view.dispatch(tr.setMeta('addToHistory', false));
}

function htmlOf(editor: Written): string {
  return editor.isEmpty ? '' : editor.getHTML();
}

/** Keys that are not the text's: Tab goes on to the next field, Ctrl Enter sends, Ctrl K asks where a link leads. */
function isOurs(event: KeyboardEvent, { onSubmit, onEscape }: RichTextProps, link: () => void): boolean {
  const chord = event.ctrlKey || event.metaKey;
  const isSuggesting = (event.target as Element).hasAttribute('aria-activedescendant');
  if (event.isComposing || isSuggesting) return false;
  if (event.key === 'Tab') return true;
  const act = deedOf(event.key, chord, { onSubmit, onEscape, link });
  if (!act) return false;
  event.preventDefault();
  event.stopPropagation();
  act();
  return true;
}

function deedOf(
  key: string,
  chord: boolean,
  { onSubmit, onEscape, link }: { onSubmit?: () => void; onEscape?: () => void; link: () => void },
): (() => void) | undefined {
  if (chord && key === 'Enter') return onSubmit;
  if (chord && key.toLowerCase() === 'k') return link;
  return key === 'Escape' ? onEscape : undefined;
}

/** A value that did not come from here (a note was sent, another is edited) replaces what stands. */
function usePresentValue(editor: Written, value: string): void {
  useEffect(() => {
    if (value !== htmlOf(editor)) editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
}

/** What a reader is told of the text. */
function useSaid(
  editor: Written,
  id: string,
  { label, error }: RichTextProps,
  suggesting: Suggesting | null,
) {
  const chosen = suggesting ? `${id}-people-${suggesting.chosen}` : null;
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-label', label);
    dom.setAttribute('aria-multiline', 'true');
    toggle(dom, 'aria-invalid', error ? 'true' : null);
    toggle(dom, 'aria-describedby', error ? `${id}-why` : null);
    toggle(dom, 'aria-controls', chosen && `${id}-people`);
    toggle(dom, 'aria-activedescendant', chosen);
  }, [editor, id, label, error, chosen]);
}

function toggle(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
