import { accentTokens, type AccentTokens } from '#ui/accent.ts';
import { contrast } from '#ui/oklch.ts';
import { useLanguage } from '#ui/words.tsx';
import { usePeopleWords } from './words.ts';

const PAGE = { light: '#ffffff', dark: '#121717' };

/** How well each pair can be read: 4.5 to 1 is the least, and every accent is brought there. */
export function AccentContrast({ accent }: { accent: string }) {
  const t = usePeopleWords();
  const tokens = accentTokens(accent);
  const pairs = [
    ['button', (own: AccentTokens) => contrast(own['on-accent'], own.accent)],
    ['text', (own: AccentTokens, page: string) => contrast(own['accent-text'], page)],
    ['soft', (own: AccentTokens) => contrast(own['accent-text'], own['accent-soft'])],
  ] as const;
  return (
    <table className="w-full max-w-120 text-start">
      <caption className="mb-1 text-start font-medium">{t('branding.contrast')}</caption>
      <thead className="text-12 text-faint">
        <tr>
          <th scope="col">
            <span className="sr-only">{t('branding.where')}</span>
          </th>
          <th scope="col" className="px-2 text-end font-normal">
            {t('browser.light')}
          </th>
          <th scope="col" className="px-2 text-end font-normal">
            {t('browser.dark')}
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(([name, measure]) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-1.5 text-start font-normal text-muted">
              {t(`branding.pair.${name}`)}
            </th>
            <Figure ratio={measure(tokens.light, PAGE.light)} />
            <Figure ratio={measure(tokens.dark, PAGE.dark)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ ratio }: { ratio: number }) {
  const language = useLanguage();
  const figure = ratio.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return <td className="tabular px-2 text-end">{figure} : 1</td>;
}
