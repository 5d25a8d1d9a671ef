import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { CAMPAIGN_PARTS, MOST_SIGNS } from './campaign.ts';
import type { Shared } from './use-shared.ts';
import { useShareWords } from './words.ts';

/** Words that travel with the address and stand on the booking. */
export function CampaignFields({ shared: { campaign, tell } }: { shared: Shared }) {
  const t = useShareWords();
  return (
    <Collapsible.Root defaultOpen={CAMPAIGN_PARTS.some((part) => campaign[part])}>
      <Collapsible.Trigger className="group flex items-center gap-1.5 rounded-xs font-medium text-muted hover:text-ink touch:min-h-(--touch)">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 group-data-panel-open:rotate-90 rtl:-scale-x-100"
          strokeWidth={1.75}
        />
        {t('campaign.title')}
      </Collapsible.Trigger>
      <Collapsible.Panel className="pt-2">
        <p className="mb-3 text-12 text-faint">{t('campaign.what')}</p>
        <div className="grid grid-cols-3 items-start gap-3 max-phone:grid-cols-1">
          {CAMPAIGN_PARTS.map((part) => (
            <Field key={part} label={t(`campaign.${part}`)} hint={t(`campaign.${part}Hint`)}>
              <Input
                value={campaign[part] ?? ''}
                maxLength={MOST_SIGNS}
                onChange={(text) => tell({ [part]: text })}
              />
            </Field>
          ))}
        </div>
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
