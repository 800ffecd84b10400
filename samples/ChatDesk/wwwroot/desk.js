// The frame: sections, language, news.
import { $, attempt, call, language, say, speak, t } from './page.js';
import { enterInbox, kinds, refreshInbox, translateInbox } from './inbox.js';
import { enterCodes } from './codes.js';
import { forgetMargin } from './margin.js';
import { enterDashboard } from './dashboard.js';

const sections = { inbox: () => enterInbox(), codes: enterCodes, margin: async () => {}, dashboard: enterDashboard };
for (const kind of kinds) sections[kind] = (id) => enterInbox(kind, id);
let before = null;

function translate() {
  document.documentElement.lang = language;
  document.title = t.title;
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t[element.dataset.t];
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t[element.dataset.label]);
  for (const element of document.querySelectorAll('[data-placeholder]')) element.placeholder = t[element.dataset.placeholder];
  $('language').textContent = t.otherLanguage;
  $('language').lang = language === 'ru' ? 'en' : 'ru';
  translateInbox();
  forgetMargin();
}

// #inbox, #chats/the-id-of-a-chat, #reviews/the-id-of-a-review, #codes and so on: what is open has an address, and Back closes it.
function place() {
  const [name, id] = location.hash.slice(1).split('/');
  try {
    return name in sections ? { name, id: id && decodeURIComponent(id) } : { name: 'inbox' };
  } catch {
    return { name: 'inbox' };
  }
}

function show() {
  const { name, id } = place();
  const section = kinds.includes(name) ? 'inbox' : name;
  for (const view of document.querySelectorAll('.view')) view.hidden = view.id !== section;
  for (const link of document.querySelectorAll('#tabs a')) {
    if (link.hash === `#${section}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  say();
  attempt(() => sections[name](id));
}

window.addEventListener('hashchange', (event) => {
  before = new URL(event.oldURL).hash;
  show();
});
// From the list and back: the history does not grow with every chat.
for (const back of document.querySelectorAll('.back')) {
  back.onclick = () => {
    if (before === '' || before === '#inbox') history.back();
    else location.hash = '#inbox';
  };
}
$('language').onclick = () => {
  speak(language === 'ru' ? 'en' : 'ru');
  translate();
  show();
};

function listen() {
  const source = new EventSource('/api/events');
  source.addEventListener('news', (event) => {
    const { channel, id, sender } = JSON.parse(event.data);
    attempt(() => refreshInbox(channel, id, sender));
  });
  // A fresh connection has missed whatever came meanwhile.
  let isOffline = false;
  source.onopen = () => {
    if (isOffline) say();
    isOffline = false;
    attempt(() => refreshInbox(null));
  };
  source.onerror = () => {
    isOffline = true;
    say('warning', t.offline);
  };
}

translate();
attempt(async () => {
  const desk = await call('GET', '/api/desk');
  $('shop').textContent = desk.shop ?? '';
  $('demo').hidden = !desk.demo;
});
show();
listen();
