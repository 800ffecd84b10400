// The seller's promo codes.
import { $, ask, attempt, call, day, el, number, say, submitting, t, word } from './page.js';

let edited = null;

export async function enterCodes() {
  const { codes, slots } = await call('GET', '/api/promo-codes');
  const focused = document.activeElement?.closest('#code-rows tr')?.dataset.id;
  $('slots').textContent = t.slots({ ...slots, nextFree: slots.nextFree && day(slots.nextFree) });
  $('alerts').replaceChildren(...codes.filter((code) => code.endsSoon).map((code) => el('li', { textContent: t.endsSoon({ text: code.text, lastDay: day(code.lastDay) }) })));
  $('code-rows').replaceChildren(...codes.map((code) => el('tr', { dataset: { id: code.id } },
    el('th', { scope: 'row' }, el('mark', { textContent: code.text })),
    cell(t.percent, number(code.percent), 'number'),
    cell(t.firstDay, day(code.firstDay)),
    cell(t.lastDay, day(code.lastDay)),
    cell(t.purposes, code.purposes.map(word).join(', ')),
    cell(t.products, code.nmIds.length ? code.nmIds.join(', ') : t.all),
    cell(t.state, el('span', { className: `state ${code.state}`, textContent: word(code.state) })),
    cell(t.reportId, el('span', {},
      el('span', { className: 'id', textContent: code.reportId ? `${code.reportId.slice(0, 8)}…` : t.noReportId, title: code.reportId ?? '' }),
      el('button', {
        type: 'button', className: 'link', textContent: t.change, attributes: { 'aria-label': `${t.change}: ${t.changeReportId(code.text)}` }, onclick: () => editReportId(code),
      }))),
    el('td', {}, code.state === 'Off' ? turn(code, t.enable, enable) : turn(code, t.disable, disable)))));
  if (focused) $('code-rows').querySelector(`[data-id="${focused}"] td:last-child button`)?.focus();
}

// On a phone the heads of the columns stand beside the values.
const cell = (label, value, className = '') => el('td', { className, dataset: { label } }, value);

const turn = (code, text, action) => el('button', { type: 'button', textContent: text, attributes: { 'aria-label': `${text} ${code.text}` }, onclick: () => attempt(() => action(code)) });

async function disable(code) {
  if (!await ask(t.disableTitle(code.text), t.disableText, t.disable)) return;
  await call('PATCH', `/api/promo-codes/${code.id}`, { isStopped: true });
  say('success', t.disabled(code.text));
  await enterCodes();
}

async function enable(code) {
  await call('PATCH', `/api/promo-codes/${code.id}`, { isStopped: false });
  say('success', t.enabled(code.text));
  await enterCodes();
}

// ---- the id in WB's reports ----

function editReportId(code) {
  edited = code;
  $('report-title').textContent = t.changeReportId(code.text);
  $('report-form').elements.reportId.value = code.reportId ?? '';
  $('report-form').querySelector('.faults').replaceChildren();
  $('report').showModal();
}

submitting($('report-form'), async (form) => {
  await call('PATCH', `/api/promo-codes/${edited.id}`, { reportId: form.get('reportId') });
  $('report').close();
  say('success', t.reportIdSaved(edited.text));
  await enterCodes();
});
$('report-cancel').onclick = () => $('report').close();

// ---- a new code ----

submitting($('code-form'), async (form) => {
  const text = form.get('text').trim();
  await call('POST', '/api/promo-codes', {
    text, percent: Number(form.get('percent')), firstDay: form.get('firstDay'), days: Number(form.get('days')), purposes: form.getAll('purposes'),
    nmIds: form.get('nmIds').split(/[\s,;]+/).filter(Boolean).map(Number), description: form.get('description') || null,
  });
  $('code-form').elements.text.value = '';
  say('success', t.added(text));
  await enterCodes();
});

// A code begins with a day in Moscow (UTC+3); an input of dates counts in UTC.
$('code-form').elements.firstDay.valueAsDate = new Date(Date.now() + 86_400_000 + 3 * 3_600_000);
