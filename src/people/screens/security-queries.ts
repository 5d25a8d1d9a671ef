/** What the security screen asks: about the person's own sign-in, so with the cookie of this browser. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { request, RequestProblem, type Method } from '#ui/request.ts';
import type {
  newSecretAnswer,
  recoveryCodesAnswer,
  sessionAnswer,
  twoFactorAnswer,
} from '../security-fields.ts';

export type SessionView = z.infer<typeof sessionAnswer>;
export type TwoFactorView = z.infer<typeof twoFactorAnswer>;
export type NewSecret = z.infer<typeof newSecretAnswer>;
export type RecoveryCodes = z.infer<typeof recoveryCodesAnswer>;

export const twoFactorQuery = queryOptions({
  queryKey: ['security', 'two-factor'],
  queryFn: () => askDoor<TwoFactorView>('GET', '/api/auth/two-factor'),
});

export const sessionsQuery = queryOptions({
  queryKey: ['security', 'sessions'],
  queryFn: () => askDoor<{ items: SessionView[] }>('GET', '/api/auth/sessions'),
});

/**
 * Addresses under /api/auth answer 401 without anybody being asked to sign in again: asking who is signed in does
 * that, and then the request is sent once more.
 */
export async function askDoor<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  try {
    return await request<Answer>(method, path, { body });
  } catch (error) {
    if (!(error instanceof RequestProblem) || error.status !== 401) throw error;
    await request('GET', '/api/me');
    return request<Answer>(method, path, { body });
  }
}
