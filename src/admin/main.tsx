import { createRoot } from 'react-dom/client';
import '#ui/theme.css';
import { refusalsIn } from '#ui/refusals.ts';
import { sayRefusals } from '#ui/request.ts';
import { keepThemeInStep, showTheme } from '#ui/theme-choice.ts';
import { App } from './app.tsx';
import { readBoot } from './boot.ts';
import { catalogueOf, laterWordsOf, refusalsOf } from './words/catalogue.ts';

/** Browsers that have no Temporal yet get it first; the others download nothing for it. */
async function start(): Promise<void> {
  showTheme();
  keepThemeInStep();
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  const boot = readBoot();
  const { me } = boot;
  const later = laterWordsOf(me.member.locale);
  const catalogues = await catalogueOf(me.member.locale);
  void refusalsOf(me.member.locale).then((table) => sayRefusals(refusalsIn(table)));
  createRoot(document.querySelector('#app')!).render(
    <App boot={boot} catalogues={catalogues} later={later} />,
  );
}

void start();
