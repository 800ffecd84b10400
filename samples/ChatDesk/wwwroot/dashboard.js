// What was sent, and what the codes brought.
import { $, amount, call, day, el, number, t, word } from './page.js';

// Bars as a table: a screen reader reads the same numbers that the bars show.
function bars(target, rows, format = (value) => number(value, 0)) {
  const most = Math.max(0, ...rows.map((row) => row.value));
  target.replaceChildren(rows.length === 0 ? el('p', { className: 'hint', textContent: t.nothing }) : el('table', { className: 'bars' }, el('tbody', {}, ...rows.map((row) => {
    const bar = el('i', { attributes: { 'aria-hidden': 'true' } });
    bar.style.width = `${most > 0 ? Math.max(0, (100 * row.value) / most) : 0}%`;
    return el('tr', {}, el('th', { scope: 'row', textContent: row.name }), el('td', { className: 'bar' }, bar), el('td', { className: 'number', textContent: format(row.value) }));
  }))));
}

export async function enterDashboard() {
  const result = await call('GET', '/api/promo-codes/analytics');
  const card = (value, name) => el('div', {}, el('b', { textContent: value }), el('span', { textContent: name }));
  $('totals').replaceChildren(
    card(number(result.sends, 0), t.sends), card(number(result.unknown, 0), t.unknown), card(number(result.liveCodes, 0), t.activeCodes),
    card(number(result.units, 0), t.units), card(amount(result.revenue), t.revenue), card(amount(result.discount), t.discountPaid));
  bars($('chart-days'), result.perDay.map((row) => ({ name: day(row.day), value: row.sends })));
  bars($('chart-intents'), result.perIntent.map((row) => ({ name: word(row.intent), value: row.sends })));
  bars($('chart-codes'), result.perCode.filter((row) => row.units > 0).map((row) => ({ name: row.code, value: row.revenue })), amount);
  $('return-rows').replaceChildren(...result.perCode.map((row) => el('tr', {},
    el('th', { scope: 'row', textContent: row.code }),
    ...[row.sends, row.units].map((value) => el('td', { className: 'number', textContent: number(value, 0) })),
    ...[row.revenue, row.discount].map((value) => el('td', { className: 'number', textContent: amount(value) })),
    el('td', { className: `number ${row.profit < 0 ? 'failure' : ''}`, textContent: row.profit === null ? '—' : amount(row.profit) }))));
}
