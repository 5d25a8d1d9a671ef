import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { mergeConfig, type UserConfig } from 'vite';
import { fewScripts } from './scripts/app/few-scripts.ts';
import { packFiles } from './scripts/app/pack-files.ts';

/** The staff app: `src/admin` and the screens of the slices. */
const app = (): UserConfig => ({
  base: '/admin/',
  root: 'src/admin',
  publicDir: false,
  plugins: [react(), tailwind()],
  build: {
    target: 'baseline-widely-available',
    // The page's policy allows files of ours only, and a data: address is none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'src/admin/app.html' },
    reportCompressedSize: false,
  },
});

/** It goes into `dist/admin`, served by Rondo under /admin. */
export default mergeConfig(app(), {
  plugins: [fewScripts(app), packFiles()],
  build: { outDir: '../../dist/admin', emptyOutDir: true, manifest: true },
} satisfies UserConfig);
