import type { Key, T } from '#platform/messages/messages.ts';
import { SHORTEST_PASSWORD } from '#people/password-length.ts';
import type { StaffWrong } from './view.ts';
import type { FieldWrong } from './wrongs.ts';

/** What to do about the wrong fields of a staff form. */
export function staffWrongs(t: T, wrongs: StaffWrong[]): FieldWrong[] {
  return wrongs.map(({ path, code }) => ({ field: path, words: wordsOf(t, path, code) }));
}

function wordsOf(t: T, path: string, code: StaffWrong['code']): string {
  if (code === 'short') return t('staff.wrong.password', { count: SHORTEST_PASSWORD });
  if (code === 'missing') return t(missing[path] ?? 'page.wrong.missing');
  if (code === 'email' || code === 'other') return t(`page.wrong.${code}`);
  return t(`staff.wrong.${code}`);
}

const missing: Record<string, Key> = {
  email: 'page.wrong.missingEmail',
  name: 'page.wrong.missingName',
  workspace: 'staff.wrong.workspace',
  timeZone: 'staff.wrong.zone',
  token: 'staff.wrong.token',
};
