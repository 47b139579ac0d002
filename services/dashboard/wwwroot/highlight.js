// Text with its evidence marked. Offsets count UTF-16 code units, as JavaScript strings do.
import { element } from './dom.js';

export function highlighted(text, spans) {
  const nodes = [];
  let position = 0;
  for (const span of merge(spans, text.length)) {
    if (span.start > position) nodes.push(text.slice(position, span.start));
    nodes.push(element('mark', { title: [...span.clauses].join(', '), text: text.slice(span.start, span.end) }));
    position = span.end;
  }
  nodes.push(text.slice(position));
  return nodes;
}

// Passages of several clauses may overlap; one mark then names all of them.
function merge(spans, length) {
  const merged = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const end = Math.min(span.start + span.length, length);
    const last = merged.at(-1);
    if (last && span.start < last.end) {
      last.end = Math.max(last.end, end);
      last.clauses.add(span.clause);
    } else if (span.start < length) {
      merged.push({ start: span.start, end, clauses: new Set([span.clause]) });
    }
  }
  return merged;
}
