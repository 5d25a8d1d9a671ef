import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '#ui/request.ts';
import { calendarsOf, type CalendarView } from './calendar-queries.ts';
import { serviceNamed, type ServiceName } from './calendar-places.ts';
import { refreshCalendars } from './use-calendar-acts.ts';
import { useConsent } from './use-consent.ts';
import { useFieldErrors } from './use-field-errors.ts';

export interface ConnectDraft {
  service: ServiceName;
  url: string;
  username: string;
  password: string;
  name: string;
}

const BLANK: ConnectDraft = { service: 'nextcloud', url: '', username: '', password: '', name: '' };

/** What is typed to connect a calendar, what is wrong with it, and what connecting it does. */
export function useConnect(memberId: string, onMade: (accountId: string) => void) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(BLANK);
  const consent = useConsent(memberId);
  const service = serviceNamed(draft.service);
  const made = useMutation({
    mutationFn: () => request<CalendarView>('POST', calendarsOf(memberId), { body: bodyOf(draft) }),
    onSuccess: async ({ account }) => {
      await refreshCalendars(queries, memberId);
      if (account) onMade(account.id);
    },
  });
  const { kind } = service;
  return {
    draft,
    service,
    errors: useFieldErrors(made.error, ['url', 'username', 'password', 'name']),
    isPending: made.isPending || consent.isPending,
    edit: (to: Partial<ConnectDraft>) => setDraft((now) => ({ ...now, ...to })),
    choose: (name: ServiceName) => {
      made.reset();
      setDraft((now) => ({ ...now, service: name, url: serviceNamed(name).url ?? '' }));
    },
    submit: () => (kind === 'google' || kind === 'microsoft' ? consent.mutate(kind) : made.mutate()),
  };
}

export type Connect = ReturnType<typeof useConnect>;

function bodyOf({ service, url, username, password, name }: ConnectDraft): object {
  const { kind } = serviceNamed(service);
  const named = name.trim() === '' ? {} : { name: name.trim() };
  if (kind === 'ics') return { kind, url: url.trim(), ...named };
  return { kind, url: url.trim(), username: username.trim(), password };
}
