// What every section needs: elements, the language, numbers and dates, calls, and what is said to the user.
import { words } from './words.js';

export const $ = (id) => document.getElementById(id);

export let language = localStorage.getItem('language') ?? (navigator.language.startsWith('ru') ? 'ru' : 'en');
export let t = words[language] ?? words.en;

export function speak(other) {
  language = other;
  t = words[language] ?? words.en;
  localStorage.setItem('language', language);
}

export const word = (key) => t[key] ?? key;

// A small element maker: text is always text, never markup.
export function el(tag, properties = {}, ...children) {
  const { dataset, attributes, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, dataset ?? {});
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const number = (value, digits = 2) => new Intl.NumberFormat(t.locale, { maximumFractionDigits: digits }).format(value);
export const amount = (value) => new Intl.NumberFormat(t.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
export const money = (value) => `${amount(value)}\u00a0₽`;
export const percent = (value) => t.percentOf(number(value));
export const day = (date) => new Intl.DateTimeFormat(t.locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
export const time = (moment) => new Intl.DateTimeFormat(t.locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(moment));

// The server says what it refuses in the language that it is asked in.
export class Refusal extends Error {
  constructor(problem, status) {
    super(problem?.code ? problem.detail : t.serverFailed(status));
    this.code = problem?.code;
    this.first = problem?.first;
    this.faults = Object.values(problem?.errors ?? {}).flat();
    if (this.faults.length > 0) this.message = this.faults.join(' ');
  }
}

export async function request(method, path, body) {
  const headers = { 'Accept-Language': language };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }).catch(() => {
    throw new Error(t.unreachable);
  });
  if (!response.ok) throw new Refusal(await response.json().catch(() => null), response.status);
  return response;
}

export async function call(method, path, body) {
  const text = await (await request(method, path, body)).text();
  return text === '' ? null : JSON.parse(text);
}

// Success, warning and failure differ in colour, sign and role; a failure interrupts a screen reader.
const signs = { success: '✓', warning: '!', failure: '✕' };

export function say(kind, text) {
  for (const note of [$('note'), $('alert')]) {
    note.replaceChildren();
    note.className = 'note';
  }
  if (!text) return;
  const note = kind === 'failure' ? $('alert') : $('note');
  note.classList.add(kind);
  note.append(
    el('span', { className: 'sign', textContent: signs[kind], attributes: { 'aria-hidden': 'true' } }),
    el('span', { textContent: text }),
    el('button', { type: 'button', className: 'close', textContent: '×', attributes: { 'aria-label': t.close }, onclick: () => say() }));
}

export async function attempt(action) {
  try {
    await action();
  } catch (error) {
    say('failure', `${t.failed} ${error.message}`);
  }
}

// A form whose faults stand in it, each on a line.
export function submitting(form, action) {
  const faults = form.querySelector('.faults');
  form.onsubmit = async (event) => {
    event.preventDefault();
    faults.replaceChildren();
    try {
      await action(new FormData(form));
    } catch (error) {
      faults.replaceChildren(...(error.faults?.length ? error.faults : [error.message]).map((line) => el('li', { textContent: line })));
    }
  };
}

// The browser would name wrong fields in its own language.
document.addEventListener('invalid', ({ target }) => {
  const { validity } = target;
  target.setCustomValidity('');
  if (validity.valid) return;
  target.setCustomValidity(validity.valueMissing ? t.fieldMissing : t.fieldWrong(target.min, target.max));
}, true);
document.addEventListener('input', ({ target }) => target.setCustomValidity?.(''));
document.addEventListener('change', ({ target }) => target.setCustomValidity?.(''));

// Asks before something is done; Escape and Cancel say no.
export function ask(title, text, yes) {
  const dialog = $('ask');
  $('ask-title').textContent = title;
  $('ask-text').textContent = text;
  $('ask-yes').textContent = yes;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
