import { useState } from 'react';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Rule, type RuleProps } from './rules.tsx';
import { WeightsDialog } from './weights-dialog.tsx';

/** How often each should have a turn against the others. */
export function WeightsRule({ rotation, rules }: RuleProps) {
  const t = useRotationWords();
  const { manage } = useRotationRights();
  const [isOpen, setOpen] = useState(false);
  const { queue } = rotation;
  const own = queue.filter(({ weight }) => weight !== 1).length;
  const said = own === 0 ? t('weights.alike') : t('weights.own', { count: own });
  return (
    <Rule name={t('weights.title')} hint={manage ? said : undefined} error={rules.errors['weights']}>
      {!manage && said}
      {manage && queue.length > 0 && <Button onClick={() => setOpen(true)}>{t('weights.change')}</Button>}
      {isOpen && <WeightsDialog rotation={rotation} rules={rules} onClose={() => setOpen(false)} />}
    </Rule>
  );
}
