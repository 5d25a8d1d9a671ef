import { Node, NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react';
import type { RichTextBlock } from './rich-text-props.ts';

/** A block as a node of the editor: one sign that is selected, moved and deleted as a whole. */
export function blockNode({ mark, attributes, View }: RichTextBlock) {
  const names = [mark, ...attributes];
  const attributeOf = (name: string) => ({
    default: '',
    parseHTML: (element: HTMLElement) => element.getAttribute(name) ?? '',
    renderHTML: (values: Record<string, unknown>) => ({ [name]: values[name] }),
  });
  return Node.create({
    name: mark,
    group: 'block',
    atom: true,
    draggable: false,
    addAttributes: () => Object.fromEntries(names.map((name) => [name, attributeOf(name)])),
    parseHTML: () => [{ tag: `div[${mark}]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
    addNodeView: () =>
      ReactNodeViewRenderer(({ node, selected, deleteNode, editor }: ReactNodeViewProps) => (
        <NodeViewWrapper data-block contentEditable={false} dir="auto">
          <View
            values={node.attrs as Record<string, string>}
            selected={selected}
            onRemove={() => {
              deleteNode();
              editor.commands.focus();
            }}
          />
        </NodeViewWrapper>
      )),
  });
}
