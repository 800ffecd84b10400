// What is left of a price with a promo code.
import { $, call, el, money, percent, submitting, t, word } from './page.js';

submitting($('margin-form'), async (form) => {
  const body = Object.fromEntries([...form].map(([name, value]) => [name, name === 'taxBase' ? value : Number(value)]));
  showResult(await call('POST', '/api/margin', body), body.wantedMargin);
});

/** A result in another language would stay in the first. */
export function forgetMargin() {
  $('margin-result').replaceChildren();
  $('margin-form').querySelector('.faults').replaceChildren();
}

function showResult(result, wanted) {
  const [kind, sign, verdict] = result.profit < 0 ? ['failure', '✕', t.loss]
    : result.keepsMargin ? ['success', '✓', t.marginKept(percent(wanted))]
    : ['warning', '!', t.marginTooLow(result.margin === null ? t.none : percent(result.margin), percent(wanted))];
  const line = (name, value, className = '') => [el('dt', { textContent: name }), el('dd', { className, textContent: value })];
  const orNone = (value, format) => (value === null ? t.none : format(value));
  $('margin-result').replaceChildren(
    el('p', { className: `note ${kind}` }, el('span', { className: 'sign', textContent: sign, attributes: { 'aria-hidden': 'true' } }), el('span', { textContent: verdict })),
    result.applies ? '' : el('p', { className: 'note warning' }, el('span', { className: 'sign', textContent: '!', attributes: { 'aria-hidden': 'true' } }), el('span', { textContent: t.blocked })),
    el('p', { className: 'steps', textContent: [money(result.price), ...result.steps.map((step) => `${money(step.priceAfter)} (${word(step.kind)} ${percent(step.percent)})`)].join(' → ') }),
    el('dl', {},
      ...line(t.buyerPays, money(result.buyerPays)),
      ...line(t.profit, money(result.profit), kind),
      ...line(t.marginPercent, orNone(result.margin, percent), kind),
      ...line(t.roi, orNone(result.returnOnCost, percent)),
      ...line(t.breakEven, orNone(result.breakEvenPrice, money)),
      ...line(t.largest, orNone(result.largestPromoPercent, percent))));
}
