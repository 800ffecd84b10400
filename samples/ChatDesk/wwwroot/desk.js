// The frame: sections, language, news.
import { $, attempt, call, language, say, speak, t } from './page.js';
import { enterChats, refreshChats, translateChats } from './chats.js';
import { enterCodes } from './codes.js';
import { forgetMargin } from './margin.js';
import { enterDashboard } from './dashboard.js';

const sections = { chats: enterChats, codes: enterCodes, margin: async () => {}, dashboard: enterDashboard };
let before = null;

function translate() {
  document.documentElement.lang = language;
  document.title = t.title;
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t[element.dataset.t];
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t[element.dataset.label]);
  for (const element of document.querySelectorAll('[data-placeholder]')) element.placeholder = t[element.dataset.placeholder];
  $('language').textContent = t.otherLanguage;
  $('language').lang = language === 'ru' ? 'en' : 'ru';
  translateChats();
  forgetMargin();
}

// #chats, #chats/the-id-of-a-chat, #codes and so on: what is open has an address, and Back closes it.
function place() {
  const [name, id] = location.hash.slice(1).split('/');
  try {
    return name in sections ? { name, id: id && decodeURIComponent(id) } : { name: 'chats' };
  } catch {
    return { name: 'chats' };
  }
}

function show() {
  const { name, id } = place();
  for (const view of document.querySelectorAll('.view')) view.hidden = view.id !== name;
  for (const link of document.querySelectorAll('#tabs a')) {
    if (link.hash === `#${name}`) link.setAttribute('aria-current', 'page');
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
$('back').onclick = () => {
  if (before === '' || before === '#chats') history.back();
  else location.hash = '#chats';
};
$('language').onclick = () => {
  speak(language === 'ru' ? 'en' : 'ru');
  translate();
  show();
};

function listen() {
  const source = new EventSource('/api/events');
  source.addEventListener('chat', (event) => {
    const { chatId, sender } = JSON.parse(event.data);
    attempt(() => refreshChats(chatId, sender));
  });
  // A fresh connection has missed whatever came meanwhile.
  let isOffline = false;
  source.onopen = () => {
    if (isOffline) say();
    isOffline = false;
    attempt(() => refreshChats('', ''));
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
