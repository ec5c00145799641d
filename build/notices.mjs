// Writes what the licences of others ask to be passed on with what we ship: one file, made from the packages that are in it.
// usage: node build/notices.mjs ASSETS.json OUT [NAME=COPYRIGHT_FILE…]
// ASSETS: project.assets.json of a restored Kinolux.Cli; each NAME is a package of the system of which files are shipped, such as a font.
// A package without a notice ends it with 1, and nothing is written.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const [assetsFile, out, ...others] = process.argv.slice(2);
const assets = JSON.parse(readFileSync(assetsFile, 'utf8'));
const packages = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const notices = [];

// For a system, where it was restored for one; else for all.
const targets = Object.entries(assets.targets);
const [, used] = targets.find(([name]) => name.includes('/')) ?? targets[0];
const isShipped = library => ['runtime', 'native', 'runtimeTargets', 'resource'].some(kind => Object.keys(library[kind] ?? {}).some(path => !path.endsWith('_._')));
for (const [key, library] of Object.entries(used))
  if (library.type === 'package' && isShipped(library)) notices.push(nuget(assets.libraries[key].path));
// .NET itself, which an archive carries.
const downloaded = Object.values(assets.project.frameworks).flatMap(framework => framework.downloadDependencies ?? []);
for (const { name, version } of downloaded.filter(one => /^Microsoft\.(NETCore|AspNetCore)\.App\.(Runtime|Host)\./.test(one.name))) {
  const path = `${name.toLowerCase()}/${version.match(/[0-9][^,\]]*/)[0]}`;
  if (existsSync(join(packages, path))) notices.push(nuget(path));
}
for (const { name, version, text } of JSON.parse(readFileSync(join(root, 'web/dist/notices.json'), 'utf8'))) notices.push({ name: `${name} ${version}`, text });
for (const one of others) {
  const [name, file] = one.split('=');
  notices.push({ name, text: readFileSync(file, 'utf8') });
}
const boxOffice = JSON.parse(readFileSync(join(root, 'src/Kinolux.Script/Forecast/box-office.json'), 'utf8'));
notices.push({ name: 'box-office.json', text: `${boxOffice.data}\nWhat we made of it: ${boxOffice.training}` });

const missing = notices.filter(notice => !notice.text.trim());
if (missing.length > 0) {
  console.error(`no notice for ${missing.map(notice => notice.name).join(', ')}`);
  process.exit(1);
}
const told = new Map();
const parts = notices.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, text }) => {
  const whole = text.replaceAll('\r\n', '\n').trim();
  const first = told.get(whole);
  told.set(whole, first ?? name);
  return `${'='.repeat(80)}\n${name}\n${'='.repeat(80)}\n\n${first ? `As ${first}.` : whole}\n`;
});
writeFileSync(out, `Kinolux contains work of others. What each of them asks to be passed on:\n\n${parts.join('\n')}`);

function nuget(path) {
  const folder = join(packages, path);
  const about = readFileSync(join(folder, readdirSync(folder).find(name => name.endsWith('.nuspec'))), 'utf8');
  const say = tag => about.match(new RegExp(`<${tag}[^>]*>([^<]*)<`))?.[1].trim() ?? '';
  const files = readdirSync(folder).filter(name => /^(licen[cs]e|third-?party-?notices?)/i.test(name)).sort();
  const texts = files.map(name => readFileSync(join(folder, name), 'utf8'));
  if (!files.some(name => /^licen/i.test(name))) texts.unshift(standard(say('license'), /©|copyright/i.test(say('copyright')) ? say('copyright') : `Copyright (c) ${say('authors')}`));
  // An address alone is no notice.
  return { name: `${say('id')} ${say('version')}`, text: texts.every(text => text) ? [say('projectUrl'), ...texts].filter(text => text).join('\n\n') : '' };
}

// The text of a licence that a package names and does not hold.
function standard(licence, holder) {
  if (licence === 'Apache-2.0') return `${holder}\n\nLicensed under the Apache License, Version 2.0, whose text is in LICENSE beside this file.`;
  if (licence !== 'MIT') return '';
  return `MIT License

${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
