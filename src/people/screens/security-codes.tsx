import { Copy, Download, Printer } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { focusFirstButton } from '#ui/focus.ts';
import { useCopy } from './use-copy.ts';
import { useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';

/** Ten codes, shown this once, with every way to keep them. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const t = usePeopleWords();
  return (
    <Dialog
      open
      keepsTyped
      width="s"
      onClose={onClose}
      title={t('security.codes.title')}
      description={t('security.codes.what')}
      footer={
        <Button kind="primary" size="m" onClick={onClose}>
          {t('security.codes.kept')}
        </Button>
      }
    >
      <ul className="tabular grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-s border border-line bg-side px-4 py-3 font-mono text-14 select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <WaysToKeep codes={codes} />
    </Dialog>
  );
}

function WaysToKeep({ codes }: { codes: string[] }) {
  const t = usePeopleWords();
  const copy = useCopy();
  const { member } = useMe();
  const sheet = `${t('security.codes.file', { email: member.email })}\n\n${codes.join('\n')}\n`;
  // Not the button that closes: Enter pressed twice would be the end of codes nobody has seen.
  return (
    <div ref={focusFirstButton} className="mt-3 flex flex-wrap gap-2">
      <Button icon={Copy} onClick={() => copy(codes.join('\n'))}>
        {t('security.codes.copy')}
      </Button>
      <Button icon={Download} onClick={() => download('rondo-recovery-codes.txt', sheet)}>
        {t('security.codes.download')}
      </Button>
      <Button icon={Printer} onClick={() => print(sheet)}>
        {t('security.codes.print')}
      </Button>
    </div>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The codes alone on a sheet of their own: not the screen behind them. */
function print(text: string): void {
  const sheet = window.open('', '_blank', 'popup,width=480,height=560');
  if (!sheet) return;
  const lines = sheet.document.createElement('pre');
  lines.textContent = text;
  sheet.document.body.append(lines);
  sheet.print();
  sheet.close();
}
