import type { Plan } from '#people/plan.ts';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useLanguage } from '#ui/words.tsx';
import { useSettingsWords } from '../words.ts';
import type { Consequences } from './consequences.ts';
import type { Question } from './use-plan.ts';

/** Before a plan gets smaller: what that means for the links there are. */
export function PlanQuestion({ question, plan }: { question: Question; plan: Plan }) {
  const t = useSettingsWords();
  const { after, consequences, answer } = question;
  const isOther = after.name !== plan.name;
  return (
    <ConfirmDialog
      open
      onClose={() => answer(false)}
      onConfirm={() => answer(true)}
      title={isOther ? t('plan.ask', { name: after.name }) : t('plan.askSmaller', { name: plan.name })}
      action={isOther ? t('plan.change', { name: after.name }) : t('plan.changeSmaller')}
      keep={t('plan.keep')}
    >
      <What consequences={consequences} />
    </ConfirmDialog>
  );
}

const MOST_NAMED = 8;

function What({ consequences: { closing, over, limit } }: { consequences: Consequences }) {
  const t = useSettingsWords();
  const language = useLanguage();
  const named = over.slice(0, MOST_NAMED).map(({ name, generalLinks: count }) => `${name} (${count})`);
  const rest = over.length - named.length;
  const words = rest > 0 ? [...named, t('plan.others', { count: rest })] : named;
  return (
    <>
      {closing > 0 && <p>{t('plan.closing', { count: closing })}</p>}
      {over.length > 0 && (
        <>
          <p>{t('plan.nothingOff')}</p>
          <p className="mt-2">
            {t('plan.whoIsOver', { count: limit ?? 0, names: new Intl.ListFormat(language).format(words) })}
          </p>
        </>
      )}
      {closing > 0 && <p className="mt-2">{t('plan.bookedStays')}</p>}
    </>
  );
}
