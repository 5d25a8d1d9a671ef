import { Link } from '@tanstack/react-router';
import { Info } from 'lucide-react';
import { Empty } from '#ui/empty.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Note } from '#ui/note.tsx';
import { useDates } from '#ui/dates.tsx';
import { cityOf } from '#platform/messages/zones.ts';
import { useLanguage } from '#ui/words.tsx';
import type { FairnessReport } from './fairness-queries.ts';
import { ShareChart } from './share-chart.tsx';
import { ShareTable } from './share-table.tsx';
import { Verdict } from './verdict.tsx';
import { useFairnessWords } from './words.ts';

/** The answer in a sentence, then as a picture, then in figures. */
export function Findings({ report }: { report: FairnessReport }) {
  const t = useFairnessWords();
  if (report.meetings === 0) return <Nothing />;
  const chosen = report.hosts.filter(({ asked, by }) => asked > 0 || by.rule > 0);
  return (
    <div className="grid max-w-[75rem] gap-8 px-6 py-5 max-tablet:px-4">
      <header className="grid gap-3">
        <Verdict report={report} />
        <Notes report={report} />
      </header>
      {chosen.length > 0 && (
        <section aria-labelledby="shares">
          <h2 id="shares" className="mb-3 font-semibold">
            {t('chart.title')}
          </h2>
          <ShareChart shares={chosen} />
        </section>
      )}
      {report.hosts.length > 0 && (
        <section aria-labelledby="figures" className="min-w-0">
          <h2 id="figures" className="mb-3 font-semibold">
            {t('table.title')}
          </h2>
          <ShareTable report={report} />
        </section>
      )}
      <Meaning report={report} />
    </div>
  );
}

function Nothing() {
  const t = useFairnessWords();
  return (
    <Empty
      title={t('empty.title')}
      action={
        <LinkButton render={<Link to="/fairness" search={{ period: 'quarter' }} />}>
          {t('empty.act')}
        </LinkButton>
      }
    >
      {t('empty.what')}
    </Empty>
  );
}

function Notes({ report: { whole, truncated } }: { report: FairnessReport }) {
  const t = useFairnessWords();
  return (
    <>
      {!whole && (
        <Note icon={Info} className="max-w-160">
          {t('note.own')}
        </Note>
      )}
      {truncated && (
        <Note icon={Info} tone="wait" className="max-w-160">
          {t('note.truncated')}
        </Note>
      )}
    </>
  );
}

/** What the figures mean, and what a mark means under which rule. */
function Meaning({ report: { rules, from, to, timeZone } }: { report: FairnessReport }) {
  const t = useFairnessWords();
  const dates = useDates();
  const language = useLanguage();
  const has = (rule: string) => rules.some((one) => one.rule === rule);
  const counts = has('fewest-booked') || has('fewest-that-day');
  return (
    <footer className="grid max-w-160 gap-2 text-12/5 text-muted">
      {rules.length > 0 && <p>{t('meaning.fair')}</p>}
      {rules.length > 0 && <p>{t(counts ? 'meaning.markCounted' : 'meaning.mark')}</p>}
      {has('in-order') && <p>{t('meaning.inOrder')}</p>}
      <p className="text-faint">
        {t('meaning.days', {
          from: dates.longDay(from),
          to: dates.longDay(to),
          city: cityOf(timeZone, language),
        })}
      </p>
    </footer>
  );
}
