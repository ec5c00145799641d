// Builds dist/ from src/, for the report and for the studio: one classic script (a page opened from disk can load no modules), one style sheet, the page.
// dist/ is committed so that building Kinolux needs no npm; its first line names the sources it was made from, and a test compares.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const sources = readdirSync(join(here, 'src'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name).slice(here.length + 1).replaceAll('\\', '/'))
  .sort();
const hash = createHash('sha256');
for (const source of sources) hash.update(source + '\n').update(readFileSync(join(here, source)));

const pages = ['report', 'studio'];
const banner = `/* Kinolux ${hash.digest('hex').slice(0, 32)} */`;
await build({
  entryPoints: pages.map(page => join(here, `src/${page}.ts`)),
  outdir: join(here, 'dist'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome110', 'firefox115', 'safari16'],
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: banner, css: banner },
});
for (const page of pages) copyFileSync(join(here, `src/${page}.html`), join(here, `dist/${page}.html`));
