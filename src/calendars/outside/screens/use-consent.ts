import { useMutation } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { useOutsideWords } from './words.ts';

/** Google and Microsoft ask for consent on their own page, which leads back to the settings. */
export function useConsent(memberId: string) {
  const t = useOutsideWords();
  const toast = useToast();
  return useMutation({
    mutationFn: (kind: 'google' | 'microsoft') =>
      request<{ url: string }>('POST', `/api/members/${memberId}/calendar-consents`, { body: { kind } }),
    onSuccess: ({ url }) => window.location.assign(url),
    onError: (error) => toast.failed(t('connect.failed', { why: error.message })),
  });
}
