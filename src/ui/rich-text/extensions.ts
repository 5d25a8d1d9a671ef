import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import { blockNode } from './block-node.tsx';
import { mentionOf, type MentionDesk } from './mention.ts';
import type { RichTextBlock } from './rich-text-props.ts';

/** What can be written here is what the server keeps; what is pasted loses the rest. */
export function extensionsOf(placeholder: string, desk: MentionDesk, blocks: readonly RichTextBlock[] = []) {
  const hasBlocks = blocks.length > 0;
  return [
    StarterKit.configure({
      heading: { levels: [3] },
      horizontalRule: false,
      dropcursor: false,
      // Before and after a block there is somewhere to write.
      ...(!hasBlocks && { gapcursor: false, trailingNode: false }),
      link: { openOnClick: false, defaultProtocol: 'https', protocols: ['mailto'], isAllowedUri: isOpenable },
    }),
    Placeholder.configure({ placeholder }),
    mentionOf(desk),
    ...blocks.map(blockNode),
  ];
}

function isOpenable(address: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(address) && URL.canParse(address);
}

/** What somebody typed as an address of a link: 'rondo.example' and 'me@rondo.example' are understood; else null. */
export function addressFrom(typed: string): string | null {
  const text = typed.trim();
  const found = [text, /^[^\s@/:]+@[^\s@/:]+$/.test(text) ? `mailto:${text}` : `https://${text}`];
  const address = found.find(isOpenable);
  return address !== undefined && /^(mailto:|https?:\/\/[^/]+\.[^/]+)/i.test(address) ? address : null;
}

/** Headings of a page that was copied from become the one we have. */
export function pastedHtml(html: string): string {
  return html.replaceAll(/<(\/?)h[12456](?=[\s>])/gi, '<$1h3');
}
