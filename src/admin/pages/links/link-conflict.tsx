import { Conflict, type Side } from '#ui/conflict.tsx';
import { same, type DraftState, type LinkDraft } from '#links/screens/editor/draft.ts';
import type { LinkChanges } from '#links/screens/link-queries.ts';
import { useLinkWords, type LinkWords } from '#links/screens/words.ts';

type Field = keyof LinkChanges;

/** Somebody else changed the same settings meanwhile (412): both stand side by side until one is chosen. */
export function LinkConflict({ draft, state }: { draft: LinkDraft; state: DraftState }) {
  const t = useLinkWords();
  const { theirs, changes } = state;
  if (!theirs) return null;
  const met = (Object.keys(changes) as Field[]).filter((field) => !same(changes[field], theirs[field]));
  const resolve = (chosen: Record<string, Side>) =>
    draft.settle(met.filter((field) => chosen[field] === 'theirs'));
  return (
    <Conflict
      open
      fields={met.map((field) => ({
        key: field,
        name: t(`field.${nameOf(field)}`),
        yours: valueWords(t, changes[field]),
        theirs: valueWords(t, theirs[field]),
      }))}
      onResolve={resolve}
      onClose={() => draft.settle(met)}
    />
  );
}

const NAMED = [
  'title',
  'slug',
  'description',
  'footer',
  'active',
  'chairs',
  'durationsMinutes',
  'incrementMinutes',
  'timeZone',
  'hours',
  'questions',
  'consents',
  'horizon',
  'times',
] as const;

function nameOf(field: Field): (typeof NAMED)[number] | 'other' {
  return NAMED.find((name) => name === field) ?? 'other';
}

/** Texts and figures as they are; what has many parts only says how many. */
function valueWords(t: LinkWords, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('field.nothing');
  if (typeof value === 'boolean') return t(value ? 'field.yes' : 'field.no');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) return value.join(', ');
  if (Array.isArray(value)) return t('field.entries', { count: value.length });
  return Object.entries(value)
    .map(([name, part]) => (typeof part === 'object' ? name : `${name}: ${String(part)}`))
    .join(', ');
}
