// The inbox: a list of alerts that is kept live, and one alert with its evidence.
import { getJson, openStream } from './api.js';
import { element, clear } from './dom.js';
import { alertItem } from './inbox.js';
import { showAlert, showArticle, showNothing, showProblem } from './detail.js';

const list = document.getElementById('alerts');
const empty = document.getElementById('empty');
const more = document.getElementById('more');
const detail = document.getElementById('detail');
const topicFilter = document.getElementById('topic');
const connection = document.getElementById('connection');
const items = new Map();
let next = null;

async function loadPage(cursor) {
  const query = new URLSearchParams();
  if (topicFilter.value) query.set('topic', topicFilter.value);
  if (cursor) query.set('cursor', cursor);
  try {
    const page = await getJson(`/api/alerts?${query}`);
    if (!cursor) {
      items.clear();
      clear(list);
    }
    for (const alert of page.items) append(alert);
    next = page.next ?? null;
    more.hidden = !next;
    say(items.size === 0
      ? (topicFilter.value ? 'No alerts on this topic yet.' : 'No alerts yet. They appear here as soon as an article matches a topic.')
      : null);
  } catch (error) {
    say(`The alerts cannot be loaded: ${error.message}`);
  }
}

function say(text) {
  empty.textContent = text ?? '';
  empty.hidden = !text;
}

function append(alert) {
  const item = alertItem(alert);
  items.set(alert.id, item);
  list.append(item);
  markCurrent();
}

function put(alert) {
  if (topicFilter.value && alert.topicId !== topicFilter.value) return;
  items.get(alert.id)?.remove();
  const item = alertItem(alert);
  item.classList.add('fresh');
  items.set(alert.id, item);
  list.prepend(item);
  say(null);
  markCurrent();
  // An open alert shows what has just joined it, unless the reader is in the middle of it.
  if (location.pathname === `/alerts/${alert.id}` && detail.scrollTop < 40) showAlert(detail, alert.id);
}

function markCurrent() {
  for (const [id, item] of items) {
    const link = item.querySelector('a');
    if (location.pathname === `/alerts/${id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function route() {
  const [, kind, id] = location.pathname.split('/');
  document.body.classList.toggle('reading', Boolean(id));
  markCurrent();
  if (kind === 'alerts' && id) return showAlert(detail, id);
  if (kind === 'articles' && id) return showArticle(detail, id);
  document.title = 'NewsMonitor';
  return showNothing(detail);
}

async function loadTopics() {
  const { items: topics } = await getJson('/api/topics');
  for (const topic of topics) topicFilter.append(element('option', { value: topic.id, text: topic.name }));
}

// Links inside the application change the address without loading the page again.
document.addEventListener('click', event => {
  const link = event.target.closest('a[data-route]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  route();
  detail.scrollTop = 0;
  detail.focus({ preventScroll: true });
});
window.addEventListener('popstate', route);
topicFilter.addEventListener('change', () => loadPage(null));
more.addEventListener('click', () => loadPage(next));

openStream({
  live() {
    connection.textContent = 'live';
    connection.className = 'connection live';
  },
  lost() {
    connection.textContent = 'connection lost, trying again…';
    connection.className = 'connection lost';
  },
  alert: put,
  // The stream no longer reaches back to what this page has seen.
  reset: () => loadPage(null),
});
loadTopics().catch(error => showProblem(detail, error));
loadPage(null);
route();
