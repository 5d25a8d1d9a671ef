import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request, RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import type { WorkspaceView } from './member-queries.ts';
import { meQuery, useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';

const LOGO = '/api/workspace/logo';

/** Puts a logo on the public pages or takes it off; both can be taken back while the one before is at hand. */
export function useLogo() {
  const t = usePeopleWords();
  const toast = useToast();
  const { workspace } = useMe();
  const change = useChange();
  const put = async (file: Blob) => {
    const before = await pictureOf(workspace);
    if (!(await change.send('PUT', file))) return;
    const undo = () => void (before ? change.send('PUT', before) : change.send('DELETE'));
    toast.undo({ text: t('logo.done'), onUndo: undo });
  };
  const remove = async () => {
    const before = await pictureOf(workspace);
    if (!(await change.send('DELETE'))) return;
    if (before) toast.undo({ text: t('logo.removed'), onUndo: () => void change.send('PUT', before) });
    else toast.done(t('logo.removed'));
  };
  return { ...change, put: (file: Blob) => void put(file), remove: () => void remove() };
}

function useChange() {
  const t = usePeopleWords();
  const queries = useQueryClient();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  /** Whether it came about. */
  const send = async (method: 'PUT' | 'DELETE', file?: Blob): Promise<boolean> => {
    setSending(true);
    setError(null);
    try {
      const put = await request<WorkspaceView | undefined>(method, LOGO, file && { file });
      const kept = put ?? (await request<WorkspaceView>('GET', '/api/workspace'));
      queries.setQueryData(meQuery.queryKey, (me) => me && { ...me, workspace: kept });
      return true;
    } catch (problem) {
      setError(whyNot(problem) ?? t('logo.failed'));
      return false;
    } finally {
      setSending(false);
    }
  };
  return { sending, error, send };
}

function whyNot(problem: unknown): string | null {
  if (!(problem instanceof RequestProblem) || problem.status === 0 || problem.status >= 500) return null;
  return problem.errors[0]?.message ?? problem.message;
}

/** Its bytes are most likely in the browser already. */
async function pictureOf({ logoUrl }: WorkspaceView): Promise<Blob | null> {
  if (logoUrl === null) return null;
  try {
    const answer = await fetch(new URL(logoUrl).pathname);
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}
