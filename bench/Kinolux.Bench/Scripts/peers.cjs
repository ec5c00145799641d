// Times the parsers of fountain-js and afterwriting on a script: node peers.cjs FOLDER-OF-PACKAGES SCRIPT ROUNDS
const [, , packages, script, rounds] = process.argv;
const need = require('module').createRequire(`${packages}/`);
const text = require('fs').readFileSync(script, 'utf8');
const { Fountain } = need('fountain-js');
const { parser } = need('aw-parser');
const all = { print_headers: true, print_actions: true, print_dialogues: true, print_notes: true, print_sections: true, print_synopsis: true };
const median = work => {
  const times = [];
  for (let i = 0; i < rounds; i++) work();
  for (let i = 0; i < rounds; i++) {
    const began = process.hrtime.bigint();
    work();
    times.push(Number(process.hrtime.bigint() - began) / 1e6);
  }
  return times.sort((a, b) => a - b)[rounds >> 1];
};
console.log(JSON.stringify({ 'fountain-js': median(() => new Fountain().parse(text, true)), 'aw-parser (afterwriting)': median(() => parser.parse(text, all)) }));
