import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const runtime = process.env.RUNTIME ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: runtime } } },
  build: {
    // Browsers that know light-dark(); for older ones Vite would rewrite it, which custom properties do not survive.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: true,
    // The service sends a strict content security policy: nothing may be inlined as a script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_200,
  },
});
