import type { Key, T } from '#platform/messages/messages.ts';
import type { Asks, Wrong } from './view.ts';

/** What to do about one wrong field, in the visitor's language. */
export function wrongWords(
  t: T,
  { path, code, count }: Wrong,
  asks: Pick<Asks, 'questions'> = { questions: [] },
): string {
  if (code === 'missing') return t(missingKey(path, asks));
  if (code === 'too-many') return t('page.wrong.guests', { count: count ?? 0 });
  if (code === 'too-long')
    return count === undefined ? t('page.wrong.tooLong') : t('page.wrong.long', { count });
  if (code === 'email' && path.startsWith('guests')) return t('page.wrong.guestsEmail');
  return t(`page.wrong.${code}`);
}

function missingKey(path: string, { questions }: Pick<Asks, 'questions'>): Key {
  if (path.startsWith('consents.')) return 'page.wrong.tick';
  const kind = questions.find(({ id }) => path === `answers.${id}`)?.kind;
  return (kind === undefined ? byPath[path] : byKind[kind]) ?? 'page.wrong.missing';
}

const byPath: Record<string, Key> = {
  'visitor.name': 'page.wrong.missingName',
  'visitor.email': 'page.wrong.missingEmail',
  'visitor.phone': 'page.wrong.missingPhone',
  text: 'page.wrong.missingText',
};

const byKind: Record<string, Key> = {
  choice: 'page.wrong.missingChoice',
  checkbox: 'page.wrong.tick',
  phone: 'page.wrong.missingPhone',
};
