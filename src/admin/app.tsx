import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { closingQuery } from '#calendars/outside/screens/closing-query.ts';
import { takeCustomFields } from '#crm/fields/screens/custom-field-queries.ts';
import { picklistsByName, picklistsQuery } from '#crm/fields/screens/picklist-queries.ts';
import { ReaderProvider, type WeekReader } from '#ui/dates.tsx';
import { PartsProvider } from '#ui/parts-provider.tsx';
import { WordsProvider, type Catalogues, type Language } from '#ui/words.tsx';
import type { Boot } from './boot.ts';
import { createQueries, meQuery } from './queries.ts';
import { createAppRouter } from './router.tsx';
import { SignInAgain } from './sign-in-again.tsx';

interface AppProps {
  boot: Boot;
  /** What the first screen says. */
  catalogues: Catalogues;
  /** All other words. */
  later: Promise<Catalogues>;
}

/** Everything that every screen may count on: words, dates, the server's answers, the way around. */
export function App({ boot, catalogues, later }: AppProps) {
  const { me } = boot;
  const words = useWordsAsTheyCome(catalogues, later);
  const { queries, router } = useMemo(() => {
    const queries = createQueries();
    queries.setQueryData(meQuery.queryKey, boot.me);
    queries.setQueryData(picklistsQuery.queryKey, picklistsByName(boot.picklists));
    takeCustomFields(queries, boot.customFields);
    queries.setQueryData(closingQuery(boot.me.member.id).queryKey, boot.closingCalendars);
    return { queries, router: createAppRouter(queries, later) };
  }, [boot, later]);
  const reader = useMemo(() => readerOf(me.member.locale, me.member.timeZone), [me]);
  return (
    <WordsProvider language={me.member.locale} catalogues={words}>
      <ReaderProvider reader={reader}>
        <QueryClientProvider client={queries}>
          <PartsProvider>
            <RouterProvider router={router} />
            <SignInAgain email={me.member.email} />
          </PartsProvider>
        </QueryClientProvider>
      </ReaderProvider>
    </WordsProvider>
  );
}

function useWordsAsTheyCome(first: Catalogues, later: Promise<Catalogues>): Catalogues {
  const [words, setWords] = useState(first);
  useEffect(() => {
    void later.then((more) => setWords({ ...first, ...more }));
  }, [first, later]);
  return words;
}

/** Hours and weeks as the browser's region writes them, when it speaks the member's language. */
function readerOf(language: Language, timeZone: string): WeekReader {
  const tag =
    navigator.language.startsWith(language) && navigator.language.includes('-')
      ? navigator.language
      : REGION[language];
  const { hourCycle } = new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions();
  return {
    language,
    timeZone,
    hour12: hourCycle === 'h12' || hourCycle === 'h11',
    firstDay: firstDayOf(tag),
  };
}

const REGION: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR', pl: 'pl-PL' };

type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => { firstDay: number } };

function firstDayOf(tag: string): number {
  return (new Intl.Locale(tag) as LocaleWithWeek).getWeekInfo?.().firstDay ?? 1;
}
