import { RequestProblem } from '#ui/request.ts';
import { SHORTEST_PASSWORD } from '../password-length.ts';
import { usePeopleWords } from './words.ts';

/** Why the server said no: beside the field it is about, or for the whole form. */
export interface Refusal {
  password?: string;
  newPassword?: string;
  code?: string;
  whole?: string;
}

type T = ReturnType<typeof usePeopleWords>;

export function useRefusal(error: unknown): Refusal {
  const t = usePeopleWords();
  return error === null || error === undefined ? {} : refusalOf(t, error);
}

function refusalOf(t: T, error: unknown): Refusal {
  if (!(error instanceof RequestProblem)) return { whole: t('security.wrong.other') };
  if (error.status === 0) return { whole: t('security.wrong.unreachable') };
  if (error.status === 409) return { whole: t('security.wrong.again') };
  if (error.status === 429) {
    const count = Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60));
    return { whole: t('security.wrong.tooMany', { count }) };
  }
  const paths = error.errors.map(({ path }) => path);
  if (paths.includes('newPassword')) return { newPassword: t('security.wrong.long') };
  if (paths.includes('password') || paths.includes('currentPassword')) {
    return { password: t('security.wrong.password') };
  }
  return paths.includes('code') ? { code: t('security.wrong.code') } : { whole: t('security.wrong.other') };
}

/** What is plainly too short is not sent. */
export function useTooShort(): (password: string) => string | undefined {
  const t = usePeopleWords();
  return (password) =>
    [...new Intl.Segmenter().segment(password)].length < SHORTEST_PASSWORD &&
    password.length < SHORTEST_PASSWORD
      ? t('security.wrong.short', { count: SHORTEST_PASSWORD })
      : undefined;
}
