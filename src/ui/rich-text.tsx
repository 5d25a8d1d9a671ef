/** A text with bold, lists, links and mentions. Its editor is large: it comes when somebody is about to write. */
import { useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { RichTextView } from './rich-text-view.tsx';
import type { RichTextProps } from './rich-text/rich-text-props.ts';
import { FRAME } from './surfaces.ts';
import { Textarea } from './textarea.tsx';

export type {
  RichTextBlock,
  RichTextBlockProps,
  RichTextHand,
  RichTextProps,
} from './rich-text/rich-text-props.ts';
export type { Person } from './rich-text/people.ts';

const load = () => import('./rich-text/editor.tsx');
type Ready = Awaited<ReturnType<typeof load>> & { takesFocus: boolean };

/**
 * One line until it is touched. Whoever types before the editor is there loses nothing: it takes their words and the
 * focus over. Where it cannot be fetched, the plain text stays and can be sent.
 */
export function RichText(props: RichTextProps) {
  const { focused = false, value } = props;
  const box = useRef<HTMLDivElement>(null);
  const [isTouched, setTouched] = useState(false);
  const [ready, setReady] = useState<Ready | null>(null);
  const isWanted = focused || isTouched || value !== '';
  useEffect(() => {
    if (!isWanted) return fetchSoon();
    const show = (fetched: Awaited<ReturnType<typeof load>>) => {
      const takesFocus = focused || Boolean(box.current?.contains(document.activeElement));
      setReady((before) => before ?? { ...fetched, takesFocus });
    };
    load().then(show, () => undefined);
    return undefined;
  }, [isWanted, focused]);
  return (
    <div ref={box} className="min-w-0 flex-1" onFocus={() => setTouched(true)}>
      {ready ? <ready.Editor {...props} focused={ready.takesFocus} /> : <Early {...props} />}
    </div>
  );
}

/** What stands, or where one can begin: plain words become the editor's. */
function Early({ label, value, onChange, placeholder, onSubmit, className }: RichTextProps) {
  const [text, setText] = useState(value === '' ? '' : null);
  if (text === null) {
    return <RichTextView html={value} className={classNames(FRAME, 'block! px-2.5 py-1.5', className)} />;
  }
  return (
    <Textarea
      aria-label={label}
      placeholder={placeholder}
      className={className}
      rows={1}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(htmlOf(typed));
      }}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit?.()}
    />
  );
}

function htmlOf(text: string): string {
  if (text.trim() === '') return '';
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.split('\n').join('</p><p>')}</p>`;
}

function fetchSoon(): () => void {
  const timer = setTimeout(() => void load().catch(() => undefined), 1500);
  return () => clearTimeout(timer);
}
