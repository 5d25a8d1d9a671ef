import { Download } from 'lucide-react';
import { useState } from 'react';
import { accentTokens } from '#ui/accent.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Note } from '#ui/note.tsx';
import { QrPicture } from '#ui/qr-picture.tsx';
import { qrModules, type QrModules } from '#ui/qr.ts';
import { Segmented } from '#ui/segmented.tsx';
import { useToast } from '#ui/toast.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { Carried } from './carried.tsx';
import { saveQrPng, saveQrSvg } from './qr-file.ts';
import type { Shared } from './use-shared.ts';
import { WhichAddress } from './which-address.tsx';
import { useShareWords } from './words.ts';

const BLACK = '#000000';

/** A link on paper is scanned, not typed. */
export function QrPart({ shared }: { shared: Shared }) {
  const t = useShareWords();
  const { workspace } = useMe();
  const [isBlack, setBlack] = useState(false);
  const modules = qrModules(shared.address);
  const colour = isBlack ? BLACK : accentTokens(workspace.accent).light.accent;
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="text-muted">{t('qr.what')}</p>
      <WhichAddress shared={shared} />
      {!modules && <Note tone="wait">{t('qr.tooLong')}</Note>}
      {modules && (
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <QrPicture
            className="size-56 shrink-0 rounded-r border border-line"
            modules={modules}
            colour={colour}
            label={t('qr.label', { address: shared.address })}
          />
          <div className="grid min-w-0 flex-1 basis-60 content-start gap-4">
            <ColourChoice isBlack={isBlack} onChange={setBlack} />
            <Downloads modules={modules} colour={colour} name={`${shared.link.slug}-qr`} />
            <div className="font-mono text-12 wrap-anywhere text-muted">{shared.address}</div>
            <Carried shared={shared} />
          </div>
        </div>
      )}
    </div>
  );
}

function ColourChoice({ isBlack, onChange }: { isBlack: boolean; onChange: (isBlack: boolean) => void }) {
  const t = useShareWords();
  return (
    <Field label={t('qr.colour')}>
      <Segmented
        label={t('qr.colour')}
        items={[
          { value: 'accent', label: t('qr.accent') },
          { value: 'black', label: t('qr.black') },
        ]}
        value={isBlack ? 'black' : 'accent'}
        onChange={(next) => onChange(next === 'black')}
        className="self-start"
      />
    </Field>
  );
}

function Downloads({ modules, colour, name }: { modules: QrModules; colour: string; name: string }) {
  const t = useShareWords();
  const toast = useToast();
  const savePng = () => saveQrPng(modules, colour, name).catch(() => toast.failed(t('qr.failed')));
  return (
    <div className="grid justify-items-start gap-2">
      <div className="flex flex-wrap items-center gap-x-2">
        <Button icon={Download} onClick={() => saveQrSvg(modules, colour, name)}>
          {t('qr.svg')}
        </Button>
        <span className="text-12 text-faint">{t('qr.svgWhat')}</span>
      </div>
      <div className="flex flex-wrap items-center gap-x-2">
        <Button icon={Download} onClick={() => void savePng()}>
          {t('qr.png')}
        </Button>
        <span className="text-12 text-faint">{t('qr.pngWhat')}</span>
      </div>
    </div>
  );
}
