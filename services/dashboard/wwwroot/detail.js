// One alert, or one article, with its evidence.
import { getJson } from './api.js';
import { clear, element, facts, languageName, level, time } from './dom.js';
import { highlighted } from './highlight.js';

// Answers that arrive after the reader has moved on are dropped.
let showing = 0;

export function showNothing(pane) {
  showing++;
  clear(pane).append(element('p', { class: 'empty', text: 'Choose an alert to see the passages that raised it.' }));
}

export function showProblem(pane, error) {
  clear(pane).append(back(), element('p', { class: 'empty problem', text: error.message }));
}

function showLoading(pane) {
  clear(pane).append(element('p', { class: 'empty', text: 'Loading…' }));
}

export async function showAlert(pane, id) {
  const mine = ++showing;
  showLoading(pane);
  try {
    const alert = await getJson(`/api/alerts/${encodeURIComponent(id)}`);
    if (mine !== showing) return;
    document.title = `${alert.articles[0].title} – NewsMonitor`;
    const article = element('div');
    const buttons = alert.articles.map(entry => articleButton(entry, () => choose(entry)));
    const choose = async entry => {
      buttons.forEach((button, index) => button.setAttribute('aria-pressed', alert.articles[index] === entry));
      await fillArticle(article, entry.id, entry.version, entry.topic, () => mine === showing);
    };
    await choose(alert.articles[0]);
    if (mine !== showing) return;
    clear(pane).append(back(), element('div', { class: 'topic', text: alert.topicName }));
    if (alert.articles.length > 1) {
      pane.append(
        element('h2', { text: `${alert.articles.length} reports of this story` }),
        element('ul', { class: 'articles', children: buttons.map(button => element('li', { children: [button] })) }));
    }
    pane.append(article);
  } catch (error) {
    if (mine === showing) showProblem(pane, error);
  }
}

export async function showArticle(pane, id) {
  const mine = ++showing;
  showLoading(pane);
  try {
    const article = element('div');
    await fillArticle(article, id, null, null, () => mine === showing);
    if (mine === showing) clear(pane).append(back(), article);
  } catch (error) {
    if (mine === showing) showProblem(pane, error);
  }
}

async function fillArticle(node, id, version, topic, wanted) {
  const [article, trace] = await Promise.all([
    getJson(`/api/articles/${id}${version ? `?version=${version}` : ''}`),
    getJson(`/api/articles/${id}/trace`),
  ]);
  if (!wanted()) return;
  const topics = topic ? [topic] : article.topics;
  const spans = topics.flatMap(match => match.clauses).flatMap(clause => clause.spans.map(span => ({ ...span, clause: clause.clause })));
  const link = safeLink(article.url);
  clear(node).append(
    element('h1', { dir: 'auto', lang: article.language.tag, children: highlighted(article.title || '(no headline)', spans.filter(span => span.field === 'title')) }),
    facts(
      topics.length === 1 && level(topics[0].level),
      element('span', { text: languageName(article.language.tag) }),
      element('span', { text: article.source }),
      article.publishedAt && element('span', { children: ['published ', time(article.publishedAt)] }),
      link && element('a', { href: link, rel: 'noopener noreferrer', target: '_blank', text: 'original' })));
  for (const match of topics) {
    node.append(element('h2', { text: topic ? 'Why it matched' : `${match.name}: ${match.level}` }), clauses(match));
  }
  if (topics.length === 0) node.append(element('p', { class: 'empty', text: 'No topic matches this article.' }));
  node.append(
    element('h2', { text: 'Text' }),
    body(article, spans.filter(span => span.field === 'text')),
    element('h2', { text: 'Its way through the monitor' }),
    element('ol', { class: 'steps', children: trace.steps.map(step) }));
}

// Only web addresses become links: a feed may say javascript: where a browser would run it.
function safeLink(url) {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

// A clause that the query names twice, or that several concepts satisfy, is one line for the reader.
function clauses(match) {
  const words = new Map();
  for (const clause of match.clauses) {
    if (!words.has(clause.clause)) words.set(clause.clause, new Set());
    for (const span of clause.spans) words.get(clause.clause).add(span.text);
  }
  return element('table', {
    class: 'clauses',
    children: [...words].map(([clause, found]) => element('tr', {
      children: [
        element('th', { scope: 'row', text: clause }),
        element('td', { dir: 'auto', children: [...found].map(word => element('mark', { class: 'word', text: word })) }),
      ],
    })),
  });
}

function body(article, spans) {
  if (!article.text) return element('p', { class: 'facts', text: 'Headline only.' });
  const paragraphs = [];
  let start = 0;
  for (const paragraph of article.text.split('\n\n')) {
    const end = start + paragraph.length;
    const inside = spans.filter(span => span.start >= start && span.start < end).map(span => ({ ...span, start: span.start - start }));
    paragraphs.push(element('p', { dir: 'auto', lang: article.language.tag, children: highlighted(paragraph, inside) }));
    start = end + 2;
  }
  return element('div', { class: 'body', children: paragraphs });
}

function step(entry) {
  return element('li', {
    class: entry.waiting ? 'waiting' : undefined,
    children: [
      element('span', { class: 'when', text: new Date(entry.at).toLocaleTimeString(), title: entry.at }),
      element('span', { class: 'stage', text: entry.stage }),
      element('span', { text: entry.what }),
    ],
  });
}

function articleButton(article, choose) {
  const button = element('button', {
    type: 'button',
    'aria-pressed': false,
    children: [
      element('div', { dir: 'auto', lang: article.language, text: article.title || '(no headline)' }),
      facts(level(article.topic.level), element('span', { text: languageName(article.language) }), element('span', { text: article.source })),
    ],
  });
  button.addEventListener('click', choose);
  return button;
}

function back() {
  return element('a', { class: 'back', href: '/', 'data-route': true, text: '← All alerts' });
}
