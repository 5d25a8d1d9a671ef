/** What the security screen asks: about the person's own sign-in, so with the cookie of this browser. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { request } from '#ui/request.ts';
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
  queryFn: () => request<TwoFactorView>('GET', '/api/auth/two-factor'),
});

export const sessionsQuery = queryOptions({
  queryKey: ['security', 'sessions'],
  queryFn: () => request<{ items: SessionView[] }>('GET', '/api/auth/sessions'),
});
