import { classNames } from './class-names.ts';
import './rich-text/rich-text.css';

export interface RichTextViewProps {
  /** HTML that the server has cleaned (platform/rich-text.ts) and nothing else. */
  html: string;
  className?: string;
}

/** What somebody wrote, as they wrote it. */
export function RichTextView({ html, className }: RichTextViewProps) {
  return (
    <div
      dir="auto"
      className={classNames('rich-text', className)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
