// Which strings of the sources a page may show though they do not stand in the table (src/texts), each with its place; ends with 1 where there is one.
// A string counts as shown unless its position says what else it is: a name of the platform, one of a type's words, an attribute that nobody reads, `as const`.
// usage: node shown-texts.mjs [FOLDER with a tsconfig.json]
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SyntaxKind as Kind } from 'typescript/unstable/ast';
import { API, TypeFlags } from 'typescript/unstable/sync';

const folder = process.argv[2] ?? join(import.meta.dirname, '..');
const table = join(folder, 'src', 'texts') + '/';
const api = new API({ cwd: folder });
const [{ checker, program, rootFiles }] = api.updateSnapshot({ openProject: join(folder, 'tsconfig.json') }).getProjects();
let found = 0;

// Where a browser shows what it is given; all else that it is given are names.
const shows = /^(textContent|innerText|title|placeholder|alt|label|aria(Label|Description|ValueText|RoleDescription)|append|prepend|before|after|replaceChildren|replaceWith|createTextNode|confirm|alert|setCustomValidity)$/;
const shownAttribute = /^(title|placeholder|alt|label|aria-(label|description|valuetext|roledescription))$/;
// Where the language itself only compares.
const asks = /^(includes|startsWith|endsWith|indexOf|lastIndexOf|split|get|has|delete)$/;

/** The text of a literal, inserted values as "…"; null for another node. */
const textOf = node => node.kind === Kind.StringLiteral || node.kind === Kind.NoSubstitutionTemplateLiteral ? node.text
  : node.kind === Kind.TemplateExpression ? [node.head, ...node.templateSpans.map(span => span.literal)].map(part => part.text).join('…') : null;

// Without two letters together nothing is said (keys, drawings); in one piece and joined by signs, it is an address or a name: "/api/films/…", "of-job".
const isWords = text => /\p{L}{2}/u.test(text) && (/\s/.test(text) || !/\S[-/:.()=]\S|^[-/.?&]/.test(text));

const called = node => node.kind === Kind.PropertyAccessExpression ? node.name : node;

/** Whether the browser's or the language's own declarations have a name. */
const isOf = (library, node) => (checker.getSymbolAtLocation(called(node))?.declarations ?? []).some(one => library.test(one.path));
const [browser, language] = [/\/lib\.dom[^/]*\.d\.ts$/, /\/lib\.es[^/]*\.d\.ts$/];

/** Whether only certain words fit where a literal stands. */
function isOneOf(literal) {
  const type = checker.getContextualType(literal);
  const parts = type === undefined ? [] : type.flags & TypeFlags.Union ? type.getTypes() : [type];
  return parts.some(part => part.flags & TypeFlags.StringLiteral) && !parts.some(part => part.flags & TypeFlags.String);
}

/** Whether a page may show what a call is given. */
function isShownArgument({ expression, arguments: given }, argument) {
  const name = called(expression).text ?? '';
  if (expression.kind === Kind.ImportKeyword) return false;
  if (isOf(language, expression)) return !asks.test(name);
  if (!isOf(browser, expression)) return true;
  return name === 'setAttribute' ? argument !== given[0] && shownAttribute.test(textOf(given[0]) ?? '') : shows.test(name);
}

/** Whether a literal is part of an editor's style sheet. */
function isStyle(literal) {
  for (let node = literal.parent; node; node = node.parent)
    if (node.kind === Kind.CallExpression && called(node.expression).text === 'theme' && isOf(/@codemirror\/view\//, node.expression)) return true;
  return false;
}

/** Whether a page may show a literal, by where it stands. */
function isShown(literal) {
  let [node, parent] = [literal, literal.parent];
  if ([Kind.ImportDeclaration, Kind.ExportDeclaration, Kind.LiteralType, Kind.ElementAccessExpression, Kind.CaseClause].includes(parent.kind) || parent.name === literal || isOneOf(literal) || isStyle(literal)) return false;
  for (;; [node, parent] = [parent, parent.parent]) {
    switch (parent.kind) {
      case Kind.ConditionalExpression: case Kind.ParenthesizedExpression: case Kind.SpreadElement: case Kind.ArrayLiteralExpression: case Kind.TemplateSpan: case Kind.TemplateExpression: case Kind.PropertyAccessExpression:
        continue;
      case Kind.AsExpression:
        if (parent.type.getText() === 'const') return false;
        continue;
      case Kind.BinaryExpression: {
        const sign = parent.operatorToken.kind;
        if ([Kind.EqualsEqualsEqualsToken, Kind.ExclamationEqualsEqualsToken, Kind.InKeyword].includes(sign)) return false;
        if (sign === Kind.EqualsToken) return !isOf(browser, parent.left) || shows.test(called(parent.left).text);
        continue;
      }
      // Attributes hold anything: their names say whether it is read.
      case Kind.PropertyAssignment:
        return !(checker.getContextualType(node)?.flags & TypeFlags.Unknown) || shownAttribute.test(parent.name.text);
      case Kind.CallExpression: case Kind.NewExpression:
        if (parent.expression !== node) return isShownArgument(parent, node);
        if (asks.test(called(node).text ?? '')) return false;
        continue;
      default:
        return true;
    }
  }
}

function report(path, before, text) {
  found++;
  console.log(`${relative(folder, path)}:${before.split('\n').length}: ${JSON.stringify(text)}`);
}

for (const path of rootFiles.filter(path => !path.startsWith(table))) {
  const file = program.getSourceFile(path);
  const look = node => {
    const text = textOf(node);
    if (text !== null && isWords(text) && isShown(node)) report(path, file.text.slice(0, node.getStart(file)), text);
    node.forEachChild(look);
  };
  look(file);
}
api.close();

for (const name of readdirSync(join(folder, 'src'), { recursive: true }).filter(name => name.endsWith('.css'))) {
  const path = join(folder, 'src', name);
  const style = readFileSync(path, 'utf8');
  for (const { 1: text, index } of style.matchAll(/(?<![\w-])content:\s*(['"][^;}]*\p{L}[^;}]*)/gu)) report(path, style.slice(0, index), text);
}
process.exit(found > 0 ? 1 : 0);
