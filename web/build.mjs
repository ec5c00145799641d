// Builds dist/ from src/: one classic script (a page opened from disk can load no modules), one style sheet, the page.
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

const banner = `/* Kinolux ${hash.digest('hex').slice(0, 32)} */`;
await build({
  entryPoints: [join(here, 'src/report.ts')],
  outdir: join(here, 'dist'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome110', 'firefox115', 'safari16'],
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: banner, css: banner },
});
copyFileSync(join(here, 'src/report.html'), join(here, 'dist/report.html'));
