import { request } from '#ui/request.ts';

/** Ends this session; nothing of it stays in the browser. */
export async function signOut(): Promise<void> {
  await request('POST', '/api/auth/sign-out', { body: {} });
  window.location.assign('/sign-in');
}
