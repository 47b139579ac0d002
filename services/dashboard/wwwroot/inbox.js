// One line of the inbox.
import { element, facts, languageName, level, time } from './dom.js';

export function alertItem(alert) {
  const latest = alert.articles[0];
  const others = alert.articles.length - 1;
  return element('li', {
    class: 'alert',
    children: [
      element('a', {
        href: `/alerts/${alert.id}`,
        'data-route': true,
        children: [
          element('div', { class: 'topic', text: alert.topicName }),
          element('div', { class: 'headline', dir: 'auto', lang: latest.language, text: latest.title || '(no headline)' }),
          facts(
            level(latest.topic.level),
            element('span', { text: languageName(latest.language) }),
            element('span', { text: latest.source }),
            others > 0 && element('span', { text: `+${others} more` }),
            time(alert.updatedAt)),
        ],
      }),
    ],
  });
}
