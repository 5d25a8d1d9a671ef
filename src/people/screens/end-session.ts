import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request, RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { sessionsQuery, type SessionView } from './security-queries.ts';
import { usePeopleWords } from './words.ts';

const DOOR = '/sign-in';

/** Signs out one browser. Ending this very one leads to the door. */
export function useEndSession(session: SessionView) {
  const t = usePeopleWords();
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request('DELETE', `/api/auth/sessions/${session.id}`),
    onSuccess: () => {
      if (session.current) leave();
      else toast.done(t('security.sessions.ended'));
    },
    onError: (error) => {
      const gone = error instanceof RequestProblem && error.status === 404;
      toast.failed(t(gone ? 'security.wrong.gone' : 'security.wrong.other'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

/** Signs out everywhere, here too. */
export function useEndAllSessions() {
  return useMutation({
    mutationFn: () => request('POST', '/api/auth/revoke-sessions'),
    onSuccess: leave,
  });
}

/** A whole new page: nothing that was read stays in memory. */
function leave(): void {
  location.assign(DOOR);
}
