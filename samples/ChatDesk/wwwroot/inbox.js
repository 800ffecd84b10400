// The inbox: chats, reviews and questions in one list, and the one that is open: the address names it.
import { $, attempt, call, el, say, t, time, word } from './page.js';
import { readDraft } from './drafts.js';
import { chatPane } from './chats.js';
import { postPane } from './posts.js';

const panes = { chats: chatPane, reviews: postPane, questions: postPane };
export const kinds = Object.keys(panes);
const kindOf = { Chat: 'chats', Feedback: 'reviews', Question: 'questions' };
const rowsAtOnce = 200;
const state = { items: [], problems: [], found: null, open: null, isMissing: false, unread: new Set(), rows: rowsAtOnce };
const keyOf = ({ kind, id }) => `${kind}/${id}`;
const isOpen = (item) => state.open !== null && keyOf(state.open) === keyOf(item);

// A chat's draft goes by the chat's id, as it always did.
export const draftOf = ({ kind, id }) => (kind === 'chats' ? id : `${kind}/${id}`);
export const productOf = ({ product, nmId }) => product ?? (nmId ? t.article(nmId) : '');
export const stars = (rating) => el('span', { className: 'stars', textContent: '★'.repeat(rating) + '☆'.repeat(5 - rating), attributes: { role: 'img', 'aria-label': t.rating(rating) } });

// ---- the list ----

const ofChat = (chat) => ({ ...chat, kind: 'chats', id: chat.chatId, text: chat.lastText, at: chat.lastAt });
const ofPost = (kind) => (post) => ({ ...post, kind, text: post.words || (post.photos > 0 ? t.photos(post.photos) : '') });

export function showList() {
  const list = $('inbox-list');
  const focused = document.activeElement?.closest('#inbox-list a')?.dataset.key;
  const kind = $('kind').value;
  const ofKind = state.items.filter((item) => kind === '' || item.kind === kind);
  $('unanswered-count').textContent = ofKind.filter((item) => item.unanswered).length;
  const shown = ofKind.filter((item) => (!state.found || state.found.has(keyOf(item))) && (!$('unanswered').checked || item.unanswered));
  list.replaceChildren(...shown.slice(0, state.rows).map(row));
  if (shown.length === 0) list.append(el('li', { className: 'hint', textContent: state.items.length === 0 ? t.nobody : t.nothingFound }));
  $('more').hidden = shown.length <= state.rows;
  $('problems').replaceChildren(...[...new Set(state.problems)].map((problem) => el('li', { textContent: problem })));
  $('demo').textContent = t[{ reviews: 'demoReview', questions: 'demoQuestion' }[kind] ?? 'demo'];
  if (focused) linkOf(focused)?.focus();
}

function row(item) {
  const draft = readDraft(draftOf(item));
  const isUnread = state.unread.has(keyOf(item));
  const badge = item.state === 'Rejected' || item.state === 'Unknown' ? word(`state${item.state}`) : item.unanswered ? t.waits : null;
  const link = el('a', { href: `#${item.kind}/${encodeURIComponent(item.id)}`, className: isUnread ? 'unread' : '', dataset: { key: keyOf(item), kind: item.kind } },
    el('span', { className: 'line' },
      el('b', { textContent: item.buyer || (item.kind === 'questions' ? t.question : item.id) }),
      isUnread ? el('span', { className: 'hidden', textContent: ` (${t.unread})` }) : null,
      el('span', { className: 'when', textContent: item.at ? time(item.at) : '' })),
    el('span', { className: 'line' },
      el('span', { className: 'product' },
        item.kind === 'reviews' ? el('span', { textContent: `${t.review} ` }) : null,
        item.rating ? stars(item.rating) : null,
        item.kind === 'reviews' ? ' ' : null,
        productOf(item)),
      badge ? el('span', { className: `waits ${item.state === 'Rejected' ? 'bad' : ''}`, textContent: badge }) : null),
    el('span', { className: 'last' }, draft ? el('i', { textContent: `${t.draft} ` }) : null, draft?.text ?? item.text ?? ''));
  if (isOpen(item)) link.setAttribute('aria-current', 'page');
  return el('li', {}, link);
}

const linkOf = (key) => $('inbox-list').querySelector(`[data-key="${CSS.escape(key)}"]`);

async function read(search) {
  const query = search === '' ? '' : `?search=${encodeURIComponent(search)}`;
  const [chats, reviews, questions] = await Promise.all(kinds.map((kind) => call('GET', `/api/${kind}${query}`)));
  return {
    items: [...chats.map(ofChat), ...reviews.items.map(ofPost('reviews')), ...questions.items.map(ofPost('questions'))],
    problems: [reviews.problem, questions.problem].filter(Boolean),
  };
}

export async function loadList() {
  const search = $('search').value.trim();
  const [all, found] = await Promise.all([read(''), search === '' ? null : read(search)]);
  if (search !== $('search').value.trim()) return;
  state.found = found && new Set(found.items.map(keyOf));

  // The search finds what is too old to be in the list.
  const known = new Set(all.items.map(keyOf));
  state.items = [...all.items, ...(found?.items ?? []).filter((item) => !known.has(keyOf(item)))].sort((one, other) => Date.parse(other.at ?? 0) - Date.parse(one.at ?? 0));
  state.problems = all.problems;
  showList();
}

$('search').oninput = () => attempt(loadList);
$('unanswered').onchange = showList;
$('kind').onchange = () => {
  state.rows = rowsAtOnce;
  showList();
};
$('more').onclick = () => {
  state.rows += rowsAtOnce;
  showList();
};
$('demo').onclick = () => attempt(() => call('POST', `/api/demo/${{ reviews: 'review', questions: 'question' }[$('kind').value] ?? 'buyer-message'}`));

// ---- the open one ----

/** Shows the list, and the chat, review or question that the address names. */
export async function enterInbox(kind, id) {
  const left = state.open;
  const next = id ? { kind, id } : null;
  if (left && (!next || keyOf(next) !== keyOf(left))) close();
  await loadList();
  if (next) await open(next);
  else if (left) linkOf(keyOf(left))?.focus();
}

// News that come in numbers, as at the start, are one reading of the list.
let loading = null;
let isStale = false;

function reload() {
  isStale = true;
  loading ??= (async () => {
    try {
      while (isStale) {
        isStale = false;
        await loadList();
      }
    } finally {
      loading = null;
    }
  })();
  return loading;
}

/** News of one, or of all. */
export async function refreshInbox(channel, id, sender) {
  const item = channel ? { kind: kindOf[channel], id } : null;
  if (item && sender === 'client' && !isOpen(item)) state.unread.add(keyOf(item));
  await reload();
  if (!state.open) return;
  if (state.isMissing) await open(state.open);
  else if (!item) panes[state.open.kind].showHead(itemOf(state.open));
  else if (isOpen(item)) await panes[item.kind].refresh(itemOf(item));
}

/** Says everything anew, in another language. */
export function translateInbox() {
  for (const pane of new Set(Object.values(panes))) pane.translate();
}

const itemOf = (open) => state.items.find((item) => keyOf(item) === keyOf(open));

function close() {
  panes[state.open.kind].close();
  Object.assign(state, { open: null, isMissing: false });
  $('nothing-open').hidden = false;
  $('inbox').classList.remove('open');
}

async function open(next) {
  const changed = !isOpen(next) || state.isMissing;
  state.open = next;
  const item = itemOf(next);
  state.isMissing = !item;
  if (!item) {
    say('failure', t.noSuchItem);
    return;
  }
  state.unread.delete(keyOf(next));
  $('nothing-open').hidden = true;
  $('inbox').classList.add('open');
  showList();
  await panes[next.kind].open(item, changed);
}
