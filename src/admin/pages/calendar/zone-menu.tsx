import { Globe } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { ZoneField } from '#ui/zone-field.tsx';
import { type Calendar, useCalendarWay } from './use-calendar.ts';
import { useCalendarWords } from './words.ts';

/** A second zone beside the hours: that of a colleague elsewhere comes by itself, any other is chosen here. */
export function ZoneMenu({ calendar: { second, timeZone } }: { calendar: Calendar }) {
  const t = useCalendarWords();
  const way = useCalendarWay();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const choose = (zone: string) => {
    way.zone(zone);
    close();
  };
  return (
    <>
      <IconButton
        icon={Globe}
        label={t('secondZone')}
        onClick={() => setOpen(true)}
        className="max-tablet:hidden"
      />
      <Dialog
        open={isOpen}
        onClose={close}
        width="s"
        title={t('secondZone')}
        description={t('secondZoneWhat')}
        footer={
          second && (
            <Button size="m" onClick={() => choose('none')}>
              {t('noSecondZone')}
            </Button>
          )
        }
      >
        <Field label={t('secondZone')} labelHidden>
          <ZoneField value={second ?? timeZone} onChange={choose} />
        </Field>
      </Dialog>
    </>
  );
}
