// An open review or question: what the buyer wrote, the answer, and the box in which an answer is drafted and sent, once.
import { $, ask, attempt, call, el, Refusal, say, t, time, word } from './page.js';
import { keepDraft, readDraft } from './drafts.js';
import { draftOf, loadList, productOf, stars } from './inbox.js';
import { openPhoto } from './photos.js';

const shortest = 2;
const longest = 5000;
const state = { item: null, post: null, isEditing: false, key: null, isMachines: false };
const pathOf = ({ kind, id }) => `/api/${kind}/${encodeURIComponent(id)}`;
const isOpen = (item) => state.item?.kind === item.kind && state.item.id === item.id;

export const postPane = {
  async open(item, changed) {
    state.item = item;
    if (changed) {
      const draft = readDraft(draftOf(item));
      Object.assign(state, { post: null, isEditing: draft?.isEdit === true, key: draft?.key ?? crypto.randomUUID() });
      write(draft?.text ?? '');
    }
    await load(item);
    if (changed && isOpen(item)) $('post-title').focus();
  },

  async refresh(item) {
    await load(item ?? state.item);
  },

  showHead(item) {
    if (item && state.post) show(item);
  },

  close() {
    Object.assign(state, { item: null, post: null, isEditing: false });
    $('post').hidden = true;
    write('');
  },

  translate() {
    countCharacters();
    $('draft-note').textContent = '';
    if (state.post) show(state.item);
  },
};

async function load(item) {
  const post = await call('GET', pathOf(item));
  if (!isOpen(item)) return;
  state.post = post;
  show(item);
}

// ---- what is shown ----

function show(item) {
  const { post } = state;
  $('post').hidden = false;
  $('post-title').textContent = item.kind === 'reviews' ? t.reviewOf(post.summary.buyer ?? '') : t.question;
  $('post-about').replaceChildren(...[
    productOf(post.summary), post.summary.product && post.summary.nmId ? t.article(post.summary.nmId) : null,
    post.size && post.size !== '0' ? `${t.size} ${post.size}` : null, post.sizeFit ? word(`fit_${post.sizeFit}`) : null,
    ['returned', 'rejected'].includes(post.orderStatus) ? word(`order_${post.orderStatus}`) : null,
    post.summary.at ? time(post.summary.at) : null,
  ].filter(Boolean).map((part) => el('span', { textContent: part })));
  $('post-words').replaceChildren(...words(item, post));
  $('post-answer').hidden = post.answer === null;
  $('post-answer').replaceChildren(...(post.answer === null ? [] : answer(item, post)));

  // What somebody answered meanwhile can be edited, once: what is in the box stays.
  const canWrite = post.canAnswer || (state.isEditing && post.canEdit);
  $('post-compose').hidden = !canWrite;
  $('post-cancel').hidden = post.canAnswer;
  $('post-send').textContent = post.canAnswer ? t.sendAnswer : t.changeAnswer;
}

function words(item, post) {
  const part = (title, text) => (text ? [el('h3', { textContent: title }), el('p', { textContent: text })] : []);
  return [
    post.summary.rating ? el('p', {}, stars(post.summary.rating)) : null,
    post.isSuspicious ? el('p', { className: 'warning', textContent: t.suspicious }) : null,
    post.text ? el('p', { className: 'text', textContent: post.text }) : null,
    ...part(t.pros, post.pros),
    ...part(t.cons, post.cons),
    post.tags.length > 0 ? el('ul', { className: 'tags', attributes: { 'aria-label': t.tags } }, ...post.tags.map((tag) => el('li', { textContent: tag }))) : null,
    post.summary.photos > 0 ? el('div', { className: 'photos' }, ...Array.from({ length: post.summary.photos }, (_, number) => photo(item, number))) : null,
    post.hasVideo ? el('p', { className: 'hint', textContent: t.videoInPortal }) : null,
    post.summary.words === '' && post.summary.photos === 0 ? el('p', { className: 'hint', textContent: t.onlyStars }) : null,
  ].filter(Boolean);
}

function photo(item, number) {
  const path = `${pathOf(item)}/photos/${number}`;
  const name = t.photo(number + 1);
  return el('button', { type: 'button', attributes: { 'aria-label': name }, onclick: () => openPhoto(path, name) }, el('img', { src: `${path}?small=true`, alt: '', loading: 'lazy' }));
}

function answer(item, post) {
  const kind = { Rejected: 'failure', Unknown: 'warning' }[post.summary.state];
  const by = [post.answeredBy, post.answeredAt ? time(post.answeredAt) : null].filter(Boolean).join(', ');
  return [
    el('h3', { textContent: by ? `${t.answer} (${by})` : t.answer }),
    el('p', { textContent: post.answer }),
    el('p', { className: kind ? `note ${kind}` : 'hint', textContent: word(`answer${post.summary.state}`) }),
    el('div', { className: 'actions' },
      post.summary.state === 'Unknown' ? el('button', { type: 'button', id: 'post-check', textContent: t.checkNow, onclick: () => attempt(() => check(item)) }) : null,
      post.summary.state === 'Unknown' ? el('button', { type: 'button', id: 'post-give-up', textContent: t.giveUp, onclick: () => attempt(() => giveUp(item)) }) : null,
      post.canEdit && !state.isEditing ? el('button', { type: 'button', id: 'post-edit', textContent: t.editOnce, onclick: edit }) : null),
  ];
}

async function check(item) {
  const post = await call('POST', `${pathOf(item)}/check`);
  say(post.summary.state === 'Unknown' ? 'warning' : 'success', post.summary.state === 'Unknown' ? t.stillUnknown : t.foundAtWb);
  await load(item);
  await loadList();
}

async function giveUp(item) {
  if (!await ask(t.giveUpTitle, t.giveUpText, t.giveUp)) return;
  await call('POST', `${pathOf(item)}/give-up`);
  await load(item);
  await loadList();
}

// ---- writing ----

function countCharacters() {
  const characters = [...$('post-text').value].length;
  $('post-count').textContent = t.answerCharacters(characters);
  $('post-count').className = characters > longest ? 'count failure' : 'count';
}

function write(text, note = '', isMachines = false) {
  $('post-text').value = text;
  $('draft-note').textContent = note;
  state.isMachines = isMachines;
  countCharacters();
}

// What a person has typed is kept. A draft that nobody touched is not: it can be had again.
$('post-text').oninput = () => {
  state.isMachines = false;
  countCharacters();
  keepDraft(draftOf(state.item), $('post-text').value, { key: state.key, isEdit: state.isEditing });
};
$('post-text').onkeydown = (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) $('post-compose').requestSubmit();
};

function edit() {
  state.isEditing = true;
  state.key = crypto.randomUUID();
  if ($('post-text').value.trim() === '') write(state.post.answer);
  show(state.item);
  $('post-text').focus();
}

$('post-cancel').onclick = () => {
  state.isEditing = false;
  keepDraft(draftOf(state.item), '');
  write('');
  show(state.item);
  $('post-title').focus();
};

$('post-draft').onclick = () => attempt(async () => {
  const { item } = state;
  const before = $('post-text').value;
  if (before.trim() !== '' && !state.isMachines && !await ask(t.replaceTitle, t.replaceText, t.replace)) return;
  $('post-draft').disabled = true;
  $('draft-note').textContent = t.drafting;
  try {
    const draft = await call('GET', `${pathOf(item)}/draft`);
    if (!isOpen(item)) return;
    if ($('post-text').value !== before) {
      $('draft-note').textContent = t.draftLeftOut;
      return;
    }
    const how = draft.fallback ? t[`model${draft.fallback}`] : draft.byModel ? t.byModel : t.byTemplate;
    write(draft.text, `${how} ${item.kind === 'questions' && !draft.byModel ? t.finishIt : t.readFirst}`, true);
    $('post-text').focus();
  } finally {
    $('post-draft').disabled = false;
    if (isOpen(item) && $('draft-note').textContent === t.drafting) $('draft-note').textContent = '';
  }
});

$('post-compose').onsubmit = (event) => {
  event.preventDefault();
  if ($('post-send').disabled) return;
  const { item, key } = state;
  const isEdit = !state.post.canAnswer;
  const text = $('post-text').value;
  const characters = [...text].length;
  if (text.trim() === '' || characters < shortest || characters > longest) {
    say('failure', t.answerLength);
    return;
  }
  $('post-send').disabled = true;
  attempt(async () => {
    try {
      const sent = await call(isEdit ? 'PATCH' : 'POST', `${pathOf(item)}/answer`, { text, key });
      if (sent.unknown) say('warning', t.unknownAnswer);
      else say('success', isEdit ? t.answerChanged : t.answerSent);
      keepDraft(draftOf(item), '');
      if (isOpen(item)) {
        state.isEditing = false;
        state.key = crypto.randomUUID();
        write('');
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;

      // What the server refused was surely not sent: another try has another key. What was written stays.
      const other = crypto.randomUUID();
      if (isOpen(item)) state.key = other;
      keepDraft(draftOf(item), text, { key: other, isEdit });
      if (error.first) error.message += ` ${t.firstWas(error.first.by ?? t.somebody, time(error.first.at))}`;
      await load(item).catch(() => {});
      throw error;
    }
    if (isOpen(item)) await load(item);
    await loadList();
  }).finally(() => {
    $('post-send').disabled = false;
  });
};
