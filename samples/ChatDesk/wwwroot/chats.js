// An open chat.
import { $, attempt, call, day, el, percent, Refusal, say, t, time, word } from './page.js';
import { forgetOldDrafts, keepDraft, readDraft } from './drafts.js';
import { loadList, productOf } from './inbox.js';
import { openPhoto } from './photos.js';

const state = { chatId: null, suggestion: null, offer: null, key: null, skipped: new Set() };
const pathOf = (chatId) => `/api/chats/${encodeURIComponent(chatId)}`;

export const chatPane = {
  async open(chat, changed) {
    state.chatId = chat.id;
    if (changed) {
      const draft = readDraft(chat.id);
      state.offer = draft?.offer ?? null;
      state.key = draft?.key ?? crypto.randomUUID();
      $('text').value = draft?.text ?? '';
      showOffer();
      countCharacters();
    }
    $('conversation').hidden = false;
    showHead(chat);
    await loadMessages();
    if (changed && state.chatId === chat.id) $('buyer').focus();
    await loadSuggestion();
  },

  async refresh(chat) {
    showHead(chat);
    await loadMessages();
    await loadSuggestion();
  },

  showHead,

  close() {
    Object.assign(state, { chatId: null, offer: null, suggestion: null });
    $('messages').replaceChildren();
    $('suggestion').hidden = true;
    $('conversation').hidden = true;
  },

  translate() {
    $('messages').replaceChildren();
    countCharacters();
    showOffer();
  },
};

function showHead(chat) {
  if (!chat) return;
  $('buyer').textContent = chat.buyer || chat.id;
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
  state.offer = { code, intent, sentiment };
  state.key = crypto.randomUUID();
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
  state.key = crypto.randomUUID();
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
  keepDraft(state.chatId, $('text').value, { offer: state.offer, key: state.key });
}

$('text').oninput = written;
$('text').onkeydown = (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) $('compose').requestSubmit();
};

$('compose').onsubmit = (event) => {
  event.preventDefault();
  if ($('send').disabled) return;
  $('send').disabled = true;
  const { chatId, offer, key } = state;
  const body = { text: $('text').value, key };
  if (offer) Object.assign(body, { promoCodeId: offer.code.id, intent: offer.intent, sentiment: offer.sentiment });
  attempt(async () => {
    const answer = await call('POST', `${pathOf(chatId)}/messages`, body).catch((error) => {
      // What the server refused was surely not sent: another try is another message. Where its answer was lost, the key stays.
      if (error instanceof Refusal) {
        const other = crypto.randomUUID();
        if (chatId === state.chatId) state.key = other;
        keepDraft(chatId, body.text, { offer, key: other });
      }
      throw error;
    });
    if (answer.unknown) say('warning', t.unknownSend);
    else say('success', t.sent);
    keepDraft(chatId, '');
    if (chatId === state.chatId) {
      state.offer = null;
      state.key = crypto.randomUUID();
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

forgetOldDrafts();
