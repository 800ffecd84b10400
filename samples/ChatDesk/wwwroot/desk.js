import { words } from './words.js';

const $ = (id) => document.getElementById(id);
const state = { language: localStorage.getItem('language') ?? (navigator.language.startsWith('ru') ? 'ru' : 'en'), chats: [], chatId: null, suggestion: null, offer: null, skipped: new Set(), unread: new Set() };
let t = words[state.language] ?? words.en;

// A small element maker: text is always text, never markup.
function el(tag, properties = {}, ...children) {
  const { dataset, attributes, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

class Refusal extends Error {
  constructor(problem, status) {
    super(t[problem?.detail] ?? problem?.detail ?? problem?.title ?? String(status));
    this.faults = Object.entries(problem?.errors ?? {}).flatMap(([rule, texts]) => t[`rule${rule}`] ?? texts);
  }
}

async function call(method, path, body) {
  const response = await fetch(path, { method, headers: body === undefined ? {} : { 'Content-Type': 'application/json' }, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await response.text();
  const answer = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw new Refusal(answer, response.status);
  return answer;
}

const number = (value, digits = 2) => new Intl.NumberFormat(t.locale, { maximumFractionDigits: digits }).format(value);
const day = (date) => new Intl.DateTimeFormat(t.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
const time = (moment) => new Intl.DateTimeFormat(t.locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(moment));
const say = (text) => { $('note').textContent = text; };
const word = (key) => t[key] ?? key;

async function attempt(action) {
  try {
    await action();
  } catch (error) {
    say(`${t.failed} ${error.message}`);
  }
}

function translate() {
  t = words[state.language] ?? words.en;
  document.documentElement.lang = state.language;
  document.title = t.title;
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t[element.dataset.t];
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t[element.dataset.label]);
  $('language').textContent = t.otherLanguage;
  $('language').lang = state.language === 'ru' ? 'en' : 'ru';
  countCharacters();
}

// ---- chats ----

function showChats() {
  const list = $('chat-list');
  const focused = document.activeElement?.closest('#chat-list button')?.dataset.chatId;
  list.replaceChildren(...state.chats.map((chat) => {
    const button = el('button', { type: 'button', className: state.unread.has(chat.chatId) ? 'unread' : '', onclick: () => attempt(() => openChat(chat.chatId)) },
      el('span', { className: 'when', textContent: chat.lastAt ? time(chat.lastAt) : '' }),
      el('b', { textContent: chat.buyer || chat.chatId }),
      state.unread.has(chat.chatId) ? el('span', { className: 'hidden', textContent: ` (${t.unread})` }) : null,
      el('span', { className: 'last', textContent: chat.lastText ?? '' }));
    button.dataset.chatId = chat.chatId;
    if (chat.chatId === state.chatId) button.setAttribute('aria-current', 'true');
    return el('li', {}, button);
  }));
  if (state.chats.length === 0) list.append(el('li', { className: 'hint', textContent: t.nobody }));
  if (focused) list.querySelector(`[data-chat-id="${CSS.escape(focused)}"]`)?.focus();
}

async function loadChats() {
  state.chats = await call('GET', '/api/chats');
  showChats();
}

async function openChat(chatId, focus = true) {
  const changed = state.chatId !== chatId;
  state.chatId = chatId;
  state.unread.delete(chatId);
  if (changed) {
    state.offer = null;
    state.suggestion = null;
    $('suggestion').hidden = true;
    $('text').value = '';
    showOffer();
    countCharacters();
  }
  const chat = state.chats.find((each) => each.chatId === chatId);
  $('buyer').textContent = chat?.buyer || chatId;
  $('about').textContent = [chat?.nmId ? `№ ${chat.nmId}` : null, chat?.size && chat.size !== '0' ? `${t.size} ${chat.size}` : null, chat?.replyUntil ? `${t.replyUntil} ${time(chat.replyUntil)}` : null].filter(Boolean).join(' · ');
  $('no-chat').hidden = true;
  $('conversation').hidden = false;
  $('chats').classList.add('open');
  showChats();
  await loadMessages();
  if (focus) $('buyer').focus();
  await loadSuggestion();
}

async function loadMessages() {
  const chatId = state.chatId;
  const messages = await call('GET', `/api/chats/${encodeURIComponent(chatId)}/messages`);
  if (chatId !== state.chatId) return;
  const log = $('messages');
  const known = new Set([...log.children].map((each) => each.dataset.id));
  const ids = new Set(messages.map((each) => each.id));
  for (const old of [...log.children]) if (!ids.has(old.dataset.id)) old.remove();
  for (const message of messages.filter((each) => !known.has(each.id))) {
    const item = el('li', { className: message.sender },
      message.sender === 'client' ? null : el('span', { className: 'hidden', textContent: `${word(message.sender)}: ` }),
      message.text,
      el('time', { textContent: time(message.at), dateTime: message.at }));
    item.dataset.id = message.id;
    log.append(item);
  }
  $('log').scrollTop = $('log').scrollHeight;
}

async function loadSuggestion() {
  const chatId = state.chatId;
  const suggestion = await call('GET', `/api/chats/${encodeURIComponent(chatId)}/promo-suggestion`);
  if (chatId !== state.chatId) return;
  state.suggestion = suggestion;
  const skipped = suggestion.code && state.skipped.has(`${chatId} ${suggestion.code.id}`);
  $('suggestion').hidden = !suggestion.intent || skipped;
  if ($('suggestion').hidden) return;
  const reason = t.because({ intent: word(suggestion.intent), sentiment: word(suggestion.sentiment) });
  $('suggestion-reason').textContent = suggestion.code ? reason : `${reason} ${t.noCode(word(suggestion.reason))}`;
  $('suggestion-code').hidden = !suggestion.code;
  if (suggestion.code) {
    $('badge').textContent = badge(suggestion.code);
    $('suggestion-text').textContent = suggestion.text;
  }
}

const badge = (code) => `[${code.text}] ${number(code.percent)} %, ${t.until} ${day(code.lastDay)}`;

function showOffer() {
  $('attached').hidden = !state.offer;
  if (state.offer) $('attached-code').textContent = badge(state.offer.code);
}

function takeSuggestion(focus) {
  if (!state.suggestion?.code) return;
  state.offer = { ...state.suggestion, key: crypto.randomUUID() };
  $('text').value = state.suggestion.text;
  $('suggestion').hidden = true;
  showOffer();
  countCharacters();
  focus.focus();
}

$('use').onclick = () => takeSuggestion($('compose').querySelector('button.primary'));
$('edit').onclick = () => takeSuggestion($('text'));
$('skip').onclick = () => {
  state.skipped.add(`${state.chatId} ${state.suggestion.code.id}`);
  $('suggestion').hidden = true;
  $('text').focus();
};
$('detach').onclick = () => {
  state.offer = null;
  showOffer();
  $('text').focus();
};
$('back').onclick = () => {
  const chatId = state.chatId;
  $('chats').classList.remove('open');
  $('chat-list').querySelector(`[data-chat-id="${CSS.escape(chatId)}"]`)?.focus();
};

function countCharacters() {
  $('count').textContent = t.characters($('text').value.length);
}
$('text').oninput = countCharacters;
$('text').onkeydown = (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) $('compose').requestSubmit();
};

$('compose').onsubmit = (event) => {
  event.preventDefault();
  const button = $('compose').querySelector('button.primary');
  if (button.disabled) return;
  button.disabled = true;
  const chatId = state.chatId;
  const offer = state.offer;
  const body = { text: $('text').value };
  if (offer) Object.assign(body, { key: offer.key, promoCodeId: offer.code.id, intent: offer.intent, sentiment: offer.sentiment });
  attempt(async () => {
    const answer = await call('POST', `/api/chats/${encodeURIComponent(chatId)}/messages`, body).catch((error) => {
      // What the server refused was surely not sent: another try is another message. Where its answer was lost, the key stays.
      if (offer && error instanceof Refusal) offer.key = crypto.randomUUID();
      throw error;
    });
    say(answer.unknown ? t.unknownSend : t.sent);
    if (chatId === state.chatId) {
      state.offer = null;
      $('text').value = '';
      showOffer();
      countCharacters();
      await loadMessages();
      await loadSuggestion();
    }
    await loadChats();
  }).finally(() => {
    button.disabled = false;
  });
};

$('demo').onclick = () => attempt(() => call('POST', '/api/demo/buyer-message'));

// ---- codes ----

async function loadCodes() {
  const { codes, slots } = await call('GET', '/api/promo-codes');
  $('slots').textContent = t.slots({ ...slots, nextFree: slots.nextFree && day(slots.nextFree) });
  $('alerts').replaceChildren(...codes.filter((code) => code.endsSoon).map((code) => el('li', { textContent: t.endsSoon({ text: code.text, lastDay: day(code.lastDay) }) })));
  $('code-rows').replaceChildren(...codes.map((code) => el('tr', {},
    el('th', { scope: 'row' }, el('mark', { textContent: code.text })),
    el('td', { className: 'number', textContent: number(code.percent) }),
    el('td', { textContent: day(code.firstDay) }),
    el('td', { textContent: day(code.lastDay) }),
    el('td', { textContent: code.purposes.map(word).join(', ') }),
    el('td', { textContent: code.nmIds.length ? code.nmIds.join(', ') : t.all }),
    el('td', { textContent: word(code.state) }),
    el('td', {}, code.state === 'Off' ? null : el('button', {
      type: 'button', textContent: t.remove, attributes: { 'aria-label': `${t.remove} ${code.text}` },
      onclick: () => attempt(async () => { await call('DELETE', `/api/promo-codes/${code.id}`); say(t.removed); await loadCodes(); }),
    }), reportId(code)))));
}

function reportId(code) {
  const input = el('input', { value: code.reportId ?? '', placeholder: t.reportId, size: 14, attributes: { 'aria-label': `${t.reportId}: ${code.text}` } });
  input.onchange = () => attempt(() => call('PATCH', `/api/promo-codes/${code.id}`, { reportId: input.value }));
  return input;
}

function submitting(form, action) {
  form.onsubmit = async (event) => {
    event.preventDefault();
    const faults = form.querySelector('.faults');
    faults.replaceChildren();
    try {
      await action(new FormData(form));
    } catch (error) {
      const lines = error.faults?.length ? error.faults : [error.message];
      faults.replaceChildren(...lines.map((line) => el('li', { textContent: line })));
    }
  };
}

submitting($('code-form'), async (form) => {
  await call('POST', '/api/promo-codes', {
    text: form.get('text'), percent: Number(form.get('percent')), firstDay: form.get('firstDay'), days: Number(form.get('days')), purposes: form.getAll('purposes'),
    nmIds: form.get('nmIds').split(/[\s,;]+/).filter(Boolean).map(Number), description: form.get('description') || null,
  });
  $('code-form').elements.text.value = '';
  say(t.added);
  await loadCodes();
});

// ---- margin ----

submitting($('margin-form'), async (form) => {
  const body = Object.fromEntries([...form].map(([name, value]) => [name, name === 'taxBase' ? value : Number(value)]));
  const result = await call('POST', '/api/margin', body);
  const line = (name, value, className = '') => [el('dt', { textContent: name }), el('dd', { className, textContent: value })];
  const sign = result.profit < 0 ? 'loss' : 'gain';
  $('margin-result').replaceChildren(
    el('p', { textContent: result.quote }),
    result.applies ? '' : el('p', { className: 'loss', textContent: t.blocked }),
    result.profit < 0 ? el('p', { className: 'loss', textContent: t.loss }) : '',
    el('dl', {},
      ...line(t.buyerPays, `${number(result.buyerPays)} ₽`),
      ...line(t.profit, `${number(result.profit)} ₽`, sign),
      ...line(t.marginPercent, result.margin === null ? t.none : `${number(result.margin)} %`, sign),
      ...line(t.roi, result.returnOnCost === null ? t.none : `${number(result.returnOnCost)} %`),
      ...line(t.breakEven, result.breakEvenPrice === null ? t.none : `${number(result.breakEvenPrice)} ₽`),
      ...line(t.largest, result.largestPromoPercent === null ? t.none : `${number(result.largestPromoPercent)} %`)));
});

// ---- dashboard ----

// Bars as a table: a screen reader reads the same numbers that the bars show.
function bars(target, rows) {
  const most = Math.max(0, ...rows.map((row) => row.value));
  target.replaceChildren(rows.length === 0 ? el('p', { className: 'hint', textContent: t.nothing }) : el('table', { className: 'bars' }, el('tbody', {}, ...rows.map((row) => {
    const bar = el('i', { attributes: { 'aria-hidden': 'true' } });
    bar.style.width = `${most > 0 ? Math.max(0, (100 * row.value) / most) : 0}%`;
    return el('tr', {}, el('th', { scope: 'row', textContent: row.name }), el('td', { className: 'bar' }, bar), el('td', { className: 'number', textContent: number(row.value, 0) }));
  }))));
}

async function loadDashboard() {
  const result = await call('GET', '/api/promo-codes/analytics');
  const card = (value, name) => el('div', {}, el('b', { textContent: value }), el('span', { textContent: name }));
  $('totals').replaceChildren(
    card(number(result.sends, 0), t.sends), card(number(result.unknown, 0), t.unknown), card(number(result.liveCodes, 0), t.activeCodes),
    card(number(result.units, 0), t.units), card(number(result.revenue), t.revenue), card(number(result.discount), t.discountPaid));
  bars($('chart-days'), result.perDay.map((row) => ({ name: day(row.day), value: row.sends })));
  bars($('chart-intents'), result.perIntent.map((row) => ({ name: word(row.intent), value: row.sends })));
  bars($('chart-codes'), result.perCode.filter((row) => row.units > 0).map((row) => ({ name: row.code, value: row.revenue })));
  $('return-rows').replaceChildren(...result.perCode.map((row) => el('tr', {},
    el('th', { scope: 'row', textContent: row.code }),
    ...[row.sends, row.units].map((value) => el('td', { className: 'number', textContent: number(value, 0) })),
    ...[row.revenue, row.discount].map((value) => el('td', { className: 'number', textContent: number(value) })),
    el('td', { className: 'number', textContent: row.profit === null ? '—' : number(row.profit) }))));
}

// ---- the frame ----

const loaders = { chats: loadChats, codes: loadCodes, margin: async () => {}, dashboard: loadDashboard };

function show() {
  const name = location.hash.slice(1) in loaders ? location.hash.slice(1) : 'chats';
  for (const view of document.querySelectorAll('.view')) view.hidden = view.id !== name;
  for (const link of document.querySelectorAll('#tabs a')) {
    if (link.hash === `#${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  say('');
  attempt(loaders[name]);
}

$('language').onclick = () => {
  state.language = state.language === 'ru' ? 'en' : 'ru';
  localStorage.setItem('language', state.language);
  translate();
  $('messages').replaceChildren();
  show();
  if (state.chatId) attempt(() => openChat(state.chatId, false));
};
window.addEventListener('hashchange', show);

function listen() {
  const source = new EventSource('/api/events');
  source.addEventListener('chat', (event) => attempt(async () => {
    const { chatId, sender } = JSON.parse(event.data);
    if (sender === 'client' && chatId !== state.chatId) state.unread.add(chatId);
    await loadChats();
    if (chatId === state.chatId) {
      await loadMessages();
      await loadSuggestion();
    }
  }));
  // A fresh connection has missed whatever came meanwhile.
  source.onopen = () => {
    if ($('note').textContent === t.offline) say('');
    attempt(loadChats);
  };
  source.onerror = () => say(t.offline);
}

translate();
// A code begins with a day in Moscow (UTC+3); an input of dates counts in UTC.
$('code-form').elements.firstDay.valueAsDate = new Date(Date.now() + 86_400_000 + 3 * 3_600_000);
attempt(async () => {
  const desk = await call('GET', '/api/desk');
  $('shop').textContent = desk.shop ?? '';
  $('demo').hidden = !desk.demo;
});
show();
listen();
