import type { ComponentType, Ref } from 'react';
import type { Person } from './people.ts';

/** What stands between paragraphs, is not written in, and is more than text: `<div {mark}="…" …></div>`. */
export interface RichTextBlock {
  /** The attribute that tells it, such as 'data-rondo-offer'; the block's name within the editor, too. */
  mark: string;
  /** What else it says, as attributes. */
  attributes: readonly string[];
  View: ComponentType<RichTextBlockProps>;
}

export interface RichTextBlockProps {
  /** By attribute, the mark among them. */
  values: Readonly<Record<string, string>>;
  onRemove: () => void;
  /** The caret stands on it. */
  selected: boolean;
}

/** What others may do with the text while it is written. */
export interface RichTextHand {
  /** Puts a block where the caret is; a line to write on follows it. */
  insert: (html: string) => void;
  /** Says something else on the blocks with this mark. Undoing what was written does not undo it. */
  revise: (block: { mark: string; is: string }, values: Readonly<Record<string, string>>) => void;
}

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
  /** Kinds of blocks it may hold; the same from the first time on. */
  blocks?: readonly RichTextBlock[];
  /** Filled once the editor is there. */
  hand?: Ref<RichTextHand>;
  /** Ctrl Enter. */
  onSubmit?: () => void;
  onEscape?: () => void;
  /** Somebody asked for it: the caret stands at its end. */
  focused?: boolean;
  /** Why it is refused and what to do. */
  error?: string;
  className?: string;
}
