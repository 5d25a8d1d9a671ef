import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { packFiles } from './scripts/pack-files.ts';

/** The staff app: `src/admin` and the screens of the slices, into `dist/admin`, served by Rondo under /admin. */
export default defineConfig({
  base: '/admin/',
  root: 'src/admin',
  publicDir: false,
  plugins: [react(), tailwind(), packFiles()],
  build: {
    outDir: '../../dist/admin',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // The page's policy allows files of ours only, and a data: address is none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: { input: 'src/admin/app.html' },
    reportCompressedSize: false,
  },
});
