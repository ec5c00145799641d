import { EditorView } from '@codemirror/view';

/** How a script looks while it is written: as on paper, with what is not printed quieter. Measures and colours are the page's (script.css). */
export const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--ground)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--script-font)', fontSize: 'var(--script-size)', lineHeight: 'var(--script-leading)', overflowX: 'hidden', scrollbarWidth: 'thin', scrollbarColor: 'var(--line) transparent' },
  '.cm-content': { flex: 'none', width: 'min(100%, calc(60ch + 2 * var(--script-margin)))', minHeight: '100%', margin: '0 auto', padding: '44px 0 40vh', background: 'var(--paper)', caretColor: 'var(--lamp)' },
  '.cm-line': { position: 'relative', padding: '0 var(--script-margin)', overflowWrap: 'anywhere' },
  '.cm-content ::selection, .cm-line::selection': { backgroundColor: 'var(--chosen)' },
  '.cm-placeholder': { color: 'var(--soft)' },

  '.s-heading, .s-shot': { fontWeight: '700' },
  '.s-cue': { paddingLeft: 'calc(var(--script-margin) + var(--cue))' },
  '.s-parenthetical': { paddingLeft: 'calc(var(--script-margin) + var(--aside))', paddingRight: 'calc(var(--script-margin) + var(--aside-end))' },
  '.s-dialogue, .s-lyrics': { paddingLeft: 'calc(var(--script-margin) + var(--speech))', paddingRight: 'calc(var(--script-margin) + var(--speech-end))' },
  '.s-lyrics, .s-song': { fontStyle: 'italic' },
  '.s-transition': { textAlign: 'right' },
  '.s-centred': { textAlign: 'center' },
  '.s-break': { color: 'var(--soft)', textAlign: 'center' },
  '.s-section': { color: 'var(--section)', fontWeight: '700' },
  '.s-synopsis': { color: 'var(--soft)', fontStyle: 'italic' },
  '.s-title': { color: 'var(--soft)' },

  '.m-bold': { fontWeight: '700' },
  '.m-italic': { fontStyle: 'italic' },
  '.m-underline': { textDecoration: 'underline', textUnderlineOffset: '2px' },
  '.m-note': { color: 'var(--note)', fontStyle: 'normal', fontWeight: '400' },
  '.m-boneyard': { color: 'var(--faint)', textDecoration: 'none' },
  '.m-syntax': { color: 'var(--faint)', fontWeight: '400' },

  // In the margins: the number of a scene on the left, of a page on the right, where its first line is.
  '.s-heading::before': { content: 'attr(data-scene)', position: 'absolute', left: '0', width: 'calc(var(--script-margin) - 2ch)', textAlign: 'right', color: 'var(--soft)', fontWeight: '400' },
  '.s-page': { boxShadow: '0 -1px var(--line)' },
  '.s-page::after, .page-here::after': { content: 'attr(data-page)', position: 'absolute', right: '0', width: 'var(--number-room)', fontSize: 'var(--number-size)', whiteSpace: 'nowrap', textAlign: 'left', textIndent: '0', color: 'var(--soft)', fontWeight: '400', fontStyle: 'normal', textDecoration: 'none' },
  '.s-page::after': { top: '0' },
  '.page-here': { display: 'inline-block', width: '0', height: '1em', boxShadow: '-1px 0 var(--soft)', verticalAlign: '-0.15em' },

  '.finding': { backgroundColor: 'color-mix(in srgb, var(--kind) 16%, transparent)', borderBottom: '2px solid var(--kind)' },
  '.finding.done': { backgroundColor: 'transparent', borderBottom: '1px solid color-mix(in srgb, var(--kind) 60%, transparent)' },
  '.finding.rejected': { backgroundColor: 'transparent', borderBottom: '1px dotted var(--kind)' },
  '.finding.chosen': { outline: '2px solid var(--kind)', outlineOffset: '1px' },

  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)', fontFamily: 'system-ui, sans-serif', fontSize: '13px' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-panel.cm-search': { padding: '8px 34px 8px 12px' },
  '.cm-panel.cm-search label': { fontSize: '12.5px', color: 'var(--soft)' },
  '.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--button)' },
  '.cm-textfield': { minHeight: '28px', padding: '2px 8px', border: '1px solid var(--line)', borderRadius: 'var(--radius)', backgroundColor: 'var(--ground)', color: 'inherit', fontSize: 'inherit' },
  '.cm-button': { minHeight: '28px', padding: '2px 10px', border: '1px solid var(--line)', borderRadius: 'var(--radius)', background: 'transparent', color: 'inherit', fontSize: 'inherit' },
  '.cm-panel.cm-search [name=close]': { top: '6px', right: '8px', fontSize: '18px', color: 'inherit', cursor: 'pointer' },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--lamp) 28%, transparent)' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--lamp) 60%, transparent)' },
});

/** The same where two texts are compared: columns are narrow, so that speeches stand in by less. */
export const mergeLook = EditorView.theme({
  '.cm-content': { width: '100%', padding: '16px 0 20vh' },
  '.cm-line': { padding: '0 12px' },
  '.s-cue': { paddingLeft: '30%' },
  '.s-parenthetical': { paddingLeft: '22%', paddingRight: '12%' },
  '.s-dialogue, .s-lyrics': { paddingLeft: '14%', paddingRight: '12%' },
  '.s-heading::before, .s-page::after, .page-here::after': { display: 'none' },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'color-mix(in srgb, var(--reject) 10%, transparent)' },
  '&.cm-merge-b .cm-changedLine, .cm-insertedLine': { backgroundColor: 'color-mix(in srgb, var(--accept) 11%, transparent)' },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': { background: 'color-mix(in srgb, var(--reject) 26%, transparent)' },
  '&.cm-merge-b .cm-changedText': { background: 'color-mix(in srgb, var(--accept) 28%, transparent)' },
  '.cm-collapsedLines': { padding: '6px 12px', color: 'var(--soft)', background: 'var(--raised)', fontFamily: 'system-ui, sans-serif', fontSize: '12.5px' },
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: 'none' },
  '.cm-gutters': { backgroundColor: 'transparent', border: '0' },
  '.cm-changeGutter': { width: '3px', paddingLeft: '0' },
  '&.cm-merge-a .cm-changedLineGutter': { background: 'var(--reject)' },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--accept)' },
});
