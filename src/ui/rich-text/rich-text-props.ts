import type { Person } from './people.ts';

export interface RichTextProps {
  /** What it is for; read aloud only. */
  label: string;
  /** HTML; '' when nothing is written. The server cleans it once more. */
  value: string;
  onChange: (html: string) => void;
  placeholder?: string;
  /** Who can be mentioned with @. */
  people?: readonly Person[];
  /** Words that can be put where the caret is, by their names: what a template leaves open. */
  inserts?: readonly { label: string; text: string }[];
  /** Ctrl Enter. */
  onSubmit?: () => void;
  onEscape?: () => void;
  /** Somebody asked for it: the caret stands at its end. */
  focused?: boolean;
  /** Why it is refused and what to do. */
  error?: string;
  className?: string;
}
