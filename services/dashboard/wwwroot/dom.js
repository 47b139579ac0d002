// Elements without innerHTML: the text of an article is never markup.

export function element(name, { text, children = [], ...attributes } = {}) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  if (text !== undefined) node.textContent = text;
  node.append(...children);
  return node;
}

export function clear(node) {
  node.replaceChildren();
  return node;
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

export function languageName(tag) {
  if (!tag || tag === 'und') return 'unknown language';
  try {
    return languageNames.of(tag);
  } catch {
    return tag;
  }
}

const timeFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

// Shown in the reader's time zone; the tooltip has UTC.
export function time(value) {
  const date = new Date(value);
  return element('time', { datetime: value, title: date.toISOString().replace('T', ' ').replace(/\.\d+Z/, ' UTC'), text: timeFormat.format(date) });
}

export function facts(...parts) {
  return element('div', { class: 'facts', children: parts.filter(Boolean) });
}

export function level(name) {
  return element('span', { class: `level ${name}`, text: name });
}
