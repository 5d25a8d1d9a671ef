import { Mention } from '@tiptap/extension-mention';
import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion';
import { peopleFor, type Person } from './people.ts';

/** The people who fit what was typed after @, and which of them Enter takes. */
export interface Suggesting {
  people: readonly Person[];
  chosen: number;
  choose: (person: Person) => void;
  /** Where it was typed. */
  place: DOMRect | null;
}

export interface MentionDesk {
  /** Asked each time: people may arrive while somebody types. */
  people: () => readonly Person[];
  show: (suggesting: Suggesting | null) => void;
}

/** A mention stands in the text as one sign: `<span data-mention="{id}">@Name</span>`, as the server keeps it. */
export function mentionOf(desk: MentionDesk) {
  return Mention.extend({
    addAttributes: () => ({
      id: { default: null, parseHTML: (element: HTMLElement) => element.dataset['mention'] },
      label: { default: '', parseHTML: (element: HTMLElement) => element.textContent.replace(/^@/, '') },
    }),
    parseHTML: () => [{ tag: 'span[data-mention]' }],
    renderHTML: ({ node }) => ['span', { 'data-mention': node.attrs['id'] }, `@${node.attrs['label']}`],
    renderText: ({ node }) => `@${node.attrs['label']}`,
  }).configure({ suggestion: { render: () => suggestionsOn(desk) } });
}

function suggestionsOn(desk: MentionDesk) {
  let present: Suggesting | null = null;
  const show = (next: Suggesting | null) => desk.show((present = next));
  const update = (props: SuggestionProps<Person, { id: string; label: string }>) => {
    const people = peopleFor(desk.people(), props.query);
    const choose = ({ id, name }: Person) => props.command({ id, label: name });
    show(people.length === 0 ? null : { people, chosen: 0, choose, place: props.clientRect?.() ?? null });
  };
  return {
    onStart: update,
    onUpdate: update,
    onExit: () => show(null),
    onKeyDown: ({ event }: SuggestionKeyDownProps): boolean => {
      if (!present || event.isComposing) return false;
      const next = pressed(event.key, present);
      if (next === undefined) return false;
      if (next === 'choose') present.choose(present.people[present.chosen]!);
      else show({ ...present, chosen: next });
      return true;
    },
  };
}

function pressed(key: string, { people, chosen }: Suggesting): number | 'choose' | undefined {
  if (key === 'ArrowDown') return (chosen + 1) % people.length;
  if (key === 'ArrowUp') return (chosen + people.length - 1) % people.length;
  return key === 'Enter' || key === 'Tab' ? 'choose' : undefined;
}
