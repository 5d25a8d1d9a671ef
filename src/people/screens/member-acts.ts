import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import { patching, useAutosave } from '#ui/use-autosave.ts';
import { memberQuery, type MemberView } from './member-queries.ts';
import { meQuery } from './use-me.ts';

export interface NewMemberBody {
  name: string;
  email: string;
  password?: string;
  role: MemberView['role'];
  seat: boolean;
  permissions: MemberView['permissions'];
}

export async function addMember(queries: QueryClient, body: NewMemberBody): Promise<MemberView> {
  const made = await request<MemberView>('POST', '/api/members', { body });
  keepMember(queries, made);
  return made;
}

export async function inviteAgain(member: MemberView): Promise<void> {
  await request('POST', `/api/members/${member.id}/invitation`);
}

/** Saves fields of a member one by one; lists and one's own picture follow. */
export function useMemberSave(member: MemberView) {
  const queries = useQueryClient();
  return useAutosave<MemberView>({
    present: member,
    send: patching(`/api/members/${member.id}`),
    accept: (kept) => keepMember(queries, kept),
  });
}

function keepMember(queries: QueryClient, kept: MemberView): void {
  queries.setQueryData(memberQuery(kept.id).queryKey, kept);
  queries.setQueryData(meQuery.queryKey, (me) => (me?.member.id === kept.id ? { ...me, member: kept } : me));
  void queries.invalidateQueries({ queryKey: ['members', 'list'] });
  void queries.invalidateQueries({ queryKey: ['bookings'] });
  void queries.invalidateQueries({ queryKey: ['home'] });
}

/** With captured mail the only way to somebody is the address in their invitation: an admin reads and passes it on. */
export async function invitationLink(email: string): Promise<string | null> {
  const path = `/api/mail?to=${encodeURIComponent(email)}&limit=20`;
  const { items } = await request<{ items: { kind: string; text: string }[] }>('GET', path);
  const newest = items.find(({ kind }) => kind === 'invitation');
  return /https?:\/\/\S+\/invitation\?token=[\w-]+/.exec(newest?.text ?? '')?.[0] ?? null;
}
