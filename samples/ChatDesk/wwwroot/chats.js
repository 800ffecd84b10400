// The list of chats, and the one that is open: the address names it.
import { $, attempt, call, day, el, percent, Refusal, say, t, time, word } from './page.js';
import { forgetOldDrafts, keepDraft, readDraft } from './drafts.js';
import { openPhoto } from './photos.js';

const state = { chats: [], found: null, chatId: null, isMissing: false, suggestion: null, offer: null, skipped: new Set(), unread: new Set() };
const addressOf = (chatId) => `#chats/${encodeURIComponent(chatId)}`;
const pathOf = (chatId) => `/api/chats/${encodeURIComponent(chatId)}`;
const productOf = (chat) => chat.product ?? (chat.nmId ? t.article(chat.nmId) : '');

// ---- the list ----

function showList() {
  const list = $('chat-list');
  const focused = document.activeElement?.closest('#chat-list a')?.dataset.chatId;
  $('unanswered-count').textContent = state.chats.filter((chat) => chat.unanswered).length;
  const shown = state.chats.filter((chat) => (!state.found || state.found.has(chat.chatId)) && (!$('unanswered').checked || chat.unanswered));
  list.replaceChildren(...shown.map((chat) => {
    const draft = readDraft(chat.chatId);
    const link = el('a', { href: addressOf(chat.chatId), className: state.unread.has(chat.chatId) ? 'unread' : '', dataset: { chatId: chat.chatId } },
      el('span', { className: 'line' },
        el('b', { textContent: chat.buyer || chat.chatId }),
        state.unread.has(chat.chatId) ? el('span', { className: 'hidden', textContent: ` (${t.unread})` }) : null,
        el('span', { className: 'when', textContent: chat.lastAt ? time(chat.lastAt) : '' })),
      el('span', { className: 'line' },
        el('span', { className: 'product', textContent: productOf(chat) }),
        chat.unanswered ? el('span', { className: 'waits', textContent: t.waits }) : null),
      el('span', { className: 'last' }, draft ? el('i', { textContent: `${t.draft} ` }) : null, draft?.text ?? chat.lastText ?? ''));
    if (chat.chatId === state.chatId) link.setAttribute('aria-current', 'page');
    return el('li', {}, link);
  }));
  if (shown.length === 0) list.append(el('li', { className: 'hint', textContent: state.chats.length === 0 ? t.nobody : t.nothingFound }));
  if (focused) linkOf(focused)?.focus();
}

const linkOf = (chatId) => $('chat-list').querySelector(`[data-chat-id="${CSS.escape(chatId)}"]`);

async function loadList() {
  const search = $('search').value.trim();
  const [chats, found] = await Promise.all([
    call('GET', '/api/chats'), search === '' ? null : call('GET', `/api/chats?search=${encodeURIComponent(search)}`)]);
  if (search !== $('search').value.trim()) return;
  state.chats = chats;
  state.found = found && new Set(found.map((chat) => chat.chatId));
  showList();
}

$('search').oninput = () => attempt(loadList);
$('unanswered').onchange = showList;

// ---- the open chat ----

/** Shows the list, and the chat that the address names. */
export async function enterChats(chatId) {
  const left = state.chatId;
  if (chatId !== left) close();
  await loadList();
  if (chatId) await open(chatId);
  else if (left) linkOf(left)?.focus();
}

/** News of a chat, or of all. */
export async function refreshChats(chatId, sender) {
  if (sender === 'client' && chatId !== state.chatId) state.unread.add(chatId);
  await loadList();
  if (!state.chatId) return;
  if (state.isMissing) await open(state.chatId);
  else if (!chatId) showHead();
  else if (chatId === state.chatId) {
    showHead();
    await loadMessages();
    await loadSuggestion();
  }
}

/** Says everything anew, in another language. */
export async function translateChats() {
  $('messages').replaceChildren();
  countCharacters();
  showOffer();
}

function close() {
  Object.assign(state, { chatId: null, isMissing: false, offer: null, suggestion: null });
  $('messages').replaceChildren();
  $('suggestion').hidden = true;
  $('conversation').hidden = true;
  $('no-chat').hidden = false;
  $('chats').classList.remove('open');
}

async function open(chatId) {
  const changed = state.chatId !== chatId || state.isMissing;
  state.chatId = chatId;
  state.isMissing = !state.chats.some((chat) => chat.chatId === chatId);
  if (state.isMissing) {
    say('failure', t.noSuchChat);
    return;
  }
  state.unread.delete(chatId);
  if (changed) {
    const draft = readDraft(chatId);
    state.offer = draft?.offer ?? null;
    $('text').value = draft?.text ?? '';
    showOffer();
    countCharacters();
  }
  $('no-chat').hidden = true;
  $('conversation').hidden = false;
  $('chats').classList.add('open');
  showHead();
  showList();
  await loadMessages();
  if (changed && state.chatId === chatId) $('buyer').focus();
  await loadSuggestion();
}

function showHead() {
  const chat = state.chats.find((each) => each.chatId === state.chatId);
  if (!chat) return;
  $('buyer').textContent = chat.buyer || chat.chatId;
  $('about').replaceChildren(...[
    productOf(chat), chat.product && chat.nmId ? t.article(chat.nmId) : null, chat.size && chat.size !== '0' ? `${t.size} ${chat.size}` : null,
  ].filter(Boolean).map((part) => el('span', { textContent: part })));
  $('until').textContent = chat.replyUntil ? `${t.replyUntil} ${time(chat.replyUntil)}` : '';
}

async function loadMessages() {
  const chatId = state.chatId;
  const messages = await call('GET', `${pathOf(chatId)}/messages`);
  if (chatId !== state.chatId) return;
  const log = $('messages');
  const known = new Set([...log.children].map((each) => each.dataset.id));
  const ids = new Set(messages.map((each) => each.id));
  for (const old of [...log.children]) if (!ids.has(old.dataset.id)) old.remove();
  log.append(...messages.filter((each) => !known.has(each.id)).map((message) => el('li', { className: message.sender, dataset: { id: message.id } },
    message.sender === 'client' ? null : el('span', { className: 'hidden', textContent: `${word(message.sender)}: ` }),
    message.text,
    message.files.length > 0 ? attachments(chatId, message.files) : null,
    el('time', { textContent: time(message.at), dateTime: message.at }))));
  scrollDown();
}

function attachments(chatId, files) {
  let photos = 0;
  return el('span', { className: 'files' }, ...files.map((file) => {
    if (file.name !== null) return el('span', { textContent: `📎 ${file.name} (${t.onlyInPortal})` });
    const name = t.photo(++photos);
    return el('button', { type: 'button', textContent: name, onclick: () => openPhoto(`${pathOf(chatId)}/files/${encodeURIComponent(file.id)}`, name) });
  }));
}

function scrollDown() {
  $('scroller').scrollTop = $('scroller').scrollHeight;
}

// ---- the suggestion ----

async function loadSuggestion() {
  const chatId = state.chatId;
  const suggestion = await call('GET', `${pathOf(chatId)}/promo-suggestion`);
  if (chatId !== state.chatId) return;
  state.suggestion = suggestion;
  const isTaken = state.offer || (suggestion.code && state.skipped.has(`${chatId} ${suggestion.code.id}`));
  $('suggestion').hidden = !suggestion.intent || Boolean(isTaken);
  if ($('suggestion').hidden) return;
  const reason = t.because({ intent: word(suggestion.intent), sentiment: word(suggestion.sentiment) });
  $('suggestion-reason').textContent = suggestion.code ? reason : `${reason} ${t.noCode(word(suggestion.reason))}`;
  $('suggestion-code').hidden = !suggestion.code;
  if (suggestion.code) {
    $('badge').textContent = badge(suggestion.code);
    $('suggestion-text').textContent = suggestion.text;
  }
  scrollDown();
}

const badge = (code) => `[${code.text}] ${percent(code.percent)}, ${t.until} ${day(code.lastDay)}`;

function showOffer() {
  $('attached').hidden = !state.offer;
  if (state.offer) $('attached-code').textContent = badge(state.offer.code);
}

function takeSuggestion(focus) {
  if (!state.suggestion?.code) return;
  const { code, intent, sentiment, text } = state.suggestion;
  state.offer = { code, intent, sentiment, key: crypto.randomUUID() };
  $('text').value = text;
  $('suggestion').hidden = true;
  showOffer();
  written();
  focus.focus();
}

$('use').onclick = () => takeSuggestion($('send'));
$('edit').onclick = () => takeSuggestion($('text'));
$('skip').onclick = () => {
  state.skipped.add(`${state.chatId} ${state.suggestion.code.id}`);
  $('suggestion').hidden = true;
  $('text').focus();
};
$('detach').onclick = () => {
  state.offer = null;
  showOffer();
  written();
  $('text').focus();
};

// ---- writing ----

// WB counts characters of Unicode, as the iterator of a text does.
function countCharacters() {
  const characters = [...$('text').value].length;
  $('count').textContent = t.characters(characters);
  $('count').className = characters > 1000 ? 'failure' : '';
}

function written() {
  countCharacters();
  keepDraft(state.chatId, $('text').value, state.offer);
}

$('text').oninput = written;
$('text').onkeydown = (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) $('compose').requestSubmit();
};

$('compose').onsubmit = (event) => {
  event.preventDefault();
  if ($('send').disabled) return;
  $('send').disabled = true;
  const { chatId, offer } = state;
  const body = { text: $('text').value };
  if (offer) Object.assign(body, { key: offer.key, promoCodeId: offer.code.id, intent: offer.intent, sentiment: offer.sentiment });
  attempt(async () => {
    const answer = await call('POST', `${pathOf(chatId)}/messages`, body).catch((error) => {
      // What the server refused was surely not sent: another try is another message. Where its answer was lost, the key stays.
      if (offer && error instanceof Refusal) {
        offer.key = crypto.randomUUID();
        keepDraft(chatId, body.text, offer);
      }
      throw error;
    });
    if (answer.unknown) say('warning', t.unknownSend);
    else say('success', t.sent);
    keepDraft(chatId, '', null);
    if (chatId === state.chatId) {
      state.offer = null;
      $('text').value = '';
      showOffer();
      countCharacters();
      await loadMessages();
      await loadSuggestion();
    }
    await loadList();
  }).finally(() => {
    $('send').disabled = false;
  });
};

$('demo').onclick = () => attempt(() => call('POST', '/api/demo/buyer-message'));
forgetOldDrafts();
