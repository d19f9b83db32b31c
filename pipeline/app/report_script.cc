#include "app/report_page.h"

namespace panchina {

// Everything is put into the page as text nodes and attributes: no markup of the data is ever
// parsed.
std::string_view report_script() {
  static constexpr std::string_view kScript = R"js(
'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const SVG = 'http://www.w3.org/2000/svg';
function put(parent, tag, text, cls) {
  const node = document.createElement(tag);
  if (text !== undefined && text !== null) node.textContent = text;
  if (cls) node.className = cls;
  parent.append(node);
  return node;
}
function draw(parent, tag, attributes, text) {
  const node = document.createElementNS(SVG, tag);
  for (const name in attributes) node.setAttribute(name, attributes[name]);
  if (text) node.textContent = text;
  parent.append(node);
  return node;
}
function table(parent, head, rows) {
  const body = put(parent, 'table');
  const numeric = head.map((_, i) => rows.length > 0 && rows.every(r => r[i] === null || typeof r[i] === 'number'));
  const first = put(body, 'tr');
  head.forEach((name, i) => put(first, 'th', name, numeric[i] ? 'n' : ''));
  for (const row of rows) {
    const line = put(body, 'tr');
    row.forEach((cell, i) => put(line, 'td', cell === null ? '' : cell, numeric[i] ? 'n' : ''));
  }
  return body;
}
for (const article of data.articles) {
  article.events.sort((a, b) => ((a.evidence[0] || {}).start || 0) - ((b.evidence[0] || {}).start || 0) ||
    ((a.evidence[0] || {}).end || 0) - ((b.evidence[0] || {}).end || 0));
}
const all = data.articles.flatMap(a => a.events);
function countBy(items, key) {
  const counts = new Map();
  for (const item of items) {
    const k = key(item);
    if (k !== undefined) counts.set(k, (counts.get(k) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function figures(main) {
  put(main, 'h2', 'Figures');
  const failed = data.articles.filter(a => a.status !== 'ok');
  table(main, ['articles', 'not read', 'events', 'persons'],
    [[data.articles.length, failed.length, all.length, new Set(data.careers.map(c => c.person_key)).size]]);
  for (const run of data.runs) put(main, 'p', run.program + ', rules ' + run.rules, 'dim');
  put(main, 'h2', 'By type');
  const types = countBy(all, e => e.type);
  table(main, ['type', 'events', 'articles', 'mean confidence', 'asserted', 'possible', 'negated'], types.map(([type, n]) => {
    const some = all.filter(e => e.type === type);
    const of = f => some.filter(e => e.factuality === f).length;
    return [type, n, data.articles.filter(a => a.events.some(e => e.type === type)).length,
      Math.round(some.reduce((s, e) => s + (e.confidence || 0), 0) / n * 100) / 100,
      of('asserted'), of('possible'), of('negated')];
  }));
  put(main, 'h2', 'By rule');
  const rules = countBy(all.flatMap(e => e.evidence.map(p => [e.type, p.rule || ''])), r => r.join('\t'));
  table(main, ['type', 'rule', 'passages'], rules.map(([key, n]) => [...key.split('\t'), n]));
  if (failed.length) {
    put(main, 'h2', 'Not read');
    table(main, ['article', 'why'], failed.map(a => [a.doc, a.error]));
  }
}

function title(event) {
  const a = event.args, join = (...parts) => parts.filter(p => p !== null && p !== undefined && p !== '').join(' ');
  switch (event.type) {
    case 'date': return join(a.value, a.kind === 'date' ? '' : '(' + a.kind + ')');
    case 'club': return a.club;
    case 'match': return a.home + ' – ' + a.away + ' ' + a.home_goals + '-' + a.away_goals;
    case 'tenure': return join(a.person + ',', a.club, '(' + a.role + ')');
    case 'honour': return join(a.competition, a.person || a.club);
    case 'standing': return a.club + ': ' + a.position;
    default: return join(a.person, a.club);
  }
}
// Marks the spans of a text; they may nest and overlap. `choose` is called with the events there.
function marked(parent, chars, spans, cls, choose) {
  const edges = new Set([0, chars.length]);
  for (const s of spans) { edges.add(s.start); edges.add(s.end); }
  const cuts = [...edges].filter(e => e >= 0 && e <= chars.length).sort((a, b) => a - b);
  const starting = new Map();
  for (const s of spans) starting.set(s.start, [...(starting.get(s.start) || []), s]);
  let open = [];
  for (let i = 0; i + 1 < cuts.length; ++i) {
    open = open.filter(s => s.end > cuts[i]).concat(starting.get(cuts[i]) || []);
    const text = chars.slice(cuts[i], cuts[i + 1]).join('');
    if (!open.length) { parent.append(text); continue; }
    const inner = open.reduce((a, b) => b.end - b.start <= a.end - a.start ? b : a);
    const node = put(parent, 'span', text, cls + ' t-' + inner.type + (open.length > 1 ? ' e2' : ''));
    node.title = open.map(s => s.label).join('\n');
    node.spans = open.map(s => s.key);
    if (choose) node.addEventListener('click', () => choose(inner.key));
  }
}
function showEvent(parent, event, select) {
  const box = put(parent, 'div', null, 'event t-' + event.type);
  put(box, 'h3', event.type + ': ' + title(event));
  put(box, 'div', event.factuality + ', confidence ' + event.confidence, 'dim');
  const list = put(box, 'dl');
  for (const [name, value] of Object.entries(event.args)) {
    if (value === null || value === false || /_(earliest|latest)$/.test(name)) continue;
    put(list, 'dt', name);
    const inferred = event.evidence.map(p => p.inferred[name]).find(x => x);
    const read = event.evidence.some(p => name in p.slots);
    put(list, 'dd', String(value) + (inferred && !read ? '  (inferred: ' + inferred + ')' : ''));
  }
  for (const p of event.evidence) {
    const passage = put(box, 'div', null, 'passage t-' + event.type);
    const spans = Object.entries(p.slots).map(([name, s]) =>
      ({ start: s[0] - p.start, end: s[1] - p.start, type: event.type, key: name, label: name }));
    marked(passage, [...(p.text || '')], spans, 'slot');
    put(passage, 'div', [p.rule, p.cue].filter(x => x).join(', '), 'dim');
  }
  box.addEventListener('click', () => select(event));
  return box;
}
function showArticle(parent, article) {
  parent.replaceChildren();
  put(parent, 'h2', article.title || article.doc);
  put(parent, 'p', [article.doc, article.published && 'published ' + article.published + ' (' + article.published_from + ')',
    article.error].filter(x => x).join(' · '), 'dim');
  const grid = put(parent, 'div', null, 'article');
  const left = put(grid, 'div', null, 'text');
  const right = put(grid, 'div', null, 'events');
  const boxes = new Map();
  function select(event, scroll) {
    for (const node of parent.querySelectorAll('.on')) node.classList.remove('on');
    const box = boxes.get(event.id);
    box.classList.add('on');
    if (scroll) box.scrollIntoView({ block: 'nearest' });
    let first = null;
    for (const node of left.querySelectorAll('span')) {
      if (node.spans && node.spans.includes(event.id)) { node.classList.add('on'); first = first || node; }
    }
    if (first && !scroll) first.scrollIntoView({ block: 'nearest' });
  }
  for (const event of article.events) boxes.set(event.id, showEvent(right, event, e => select(e)));
  if (!article.events.length) put(right, 'p', 'No events.', 'dim');
  if (article.text === null) {
    left.textContent = '';
    put(left, 'p', 'The article is not at hand (--texts); its quoted passages stand with the events.', 'dim');
    return;
  }
  const chars = [...article.text];
  const spans = [];
  for (const event of article.events) {
    for (const p of event.evidence) {
      if (chars.slice(p.start, p.end).join('') !== p.text) continue;
      spans.push({ start: p.start, end: p.end, type: event.type, key: event.id, label: event.type + ': ' + title(event) });
    }
  }
  const byId = new Map(article.events.map(e => [e.id, e]));
  marked(left, chars, spans, 'e', id => select(byId.get(id), true));
  if (data.errors) {
    const some = data.errors.filter(e => e.doc === article.doc);
    if (some.length) {
      put(parent, 'h2', 'Against gold');
      table(parent, ['type', 'what', 'detail', 'rule'], some.map(e => [e.type, e.label, e.what, e.rule]));
    }
  }
}
function picker(main, items, name, small, show) {
  const split = put(main, 'div', null, 'split');
  const side = put(split, 'div');
  const search = put(side, 'input');
  search.type = 'search';
  search.placeholder = 'Search';
  search.setAttribute('aria-label', 'Search');
  const list = put(side, 'div', null, 'list');
  const detail = put(split, 'div');
  function fill() {
    list.replaceChildren();
    const wanted = search.value.toLowerCase();
    const found = items.filter(i => !wanted || i.haystack.includes(wanted));
    for (const item of found.slice(0, 500)) {
      const button = put(list, 'button', name(item) + ' ');
      put(button, 'small', small(item));
      button.addEventListener('click', () => {
        for (const b of list.children) b.removeAttribute('aria-current');
        button.setAttribute('aria-current', 'true');
        show(detail, item);
      });
    }
    if (found.length > 500) put(list, 'p', (found.length - 500) + ' more: search', 'dim');
    if (found.length) list.firstChild.click(); else detail.replaceChildren();
  }
  search.addEventListener('input', fill);
  fill();
}
function articles(main) {
  for (const a of data.articles) {
    a.haystack = (a.doc + ' ' + (a.title || '') + ' ' + (a.text || '') + ' ' +
      a.events.map(e => Object.values(e.args).join(' ')).join(' ')).toLowerCase();
  }
  picker(main, data.articles, a => a.title || a.doc, a => a.events.length + ' events', showArticle);
}

const year = day => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12 + (Number(day.slice(8, 10)) - 1) / 365;
function showCareer(parent, person) {
  parent.replaceChildren();
  put(parent, 'h2', person.name);
  const dated = person.spells.filter(s => s.start_earliest || s.end_latest);
  if (dated.length) {
    const from = Math.floor(Math.min(...dated.map(s => year(s.start_earliest || s.end_earliest || s.end_latest))));
    const to = Math.ceil(Math.max(...dated.map(s => year(s.end_latest || s.start_latest || s.start_earliest)), from + 1) + 0.5);
    const width = 900, label = 250, height = 26 * dated.length + 30;
    const x = y => label + (y - from) / (to - from) * (width - label - 20);
    const chart = draw(parent, 'svg', { viewBox: '0 0 ' + width + ' ' + height, role: 'img' });
    const step = Math.ceil((to - from) / 12);
    for (let y = from; y <= to; y += step) {
      draw(chart, 'line', { x1: x(y), x2: x(y), y1: 0, y2: height - 20, class: 'axis' });
      draw(chart, 'text', { x: x(y) - 12, y: height - 6 }, String(y));
    }
    dated.forEach((s, i) => {
      const top = 26 * i + 6;
      draw(chart, 'text', { x: 6, y: top + 13 }, (s.club + ' (' + s.role + ')').slice(0, 38));
      const start = year(s.start_earliest || s.end_earliest || s.end_latest);
      const end = s.end_latest ? year(s.end_latest) : Math.min(to, start + 0.5);
      const bar = draw(chart, 'rect', { x: x(start), y: top, width: Math.max(3, x(end) - x(start)), height: 16, rx: 3,
        fill: s.role === 'player' ? '#11808a' : '#0b6e4f', opacity: s.end_latest ? 0.9 : 0.45 });
      draw(bar, 'title', {}, (s.start || '?') + ' – ' + (s.end || '?'));
      if (s.contradict) draw(chart, 'text', { x: x(end) + 6, y: top + 13 }, '⚠');
    });
  }
  table(parent, ['club', 'role', 'from', 'to', 'ended', 'articles', 'agree', 'contradict', 'contradictions'],
    person.spells.map(s => [s.club, s.role, s.start, s.end, s.end_cause, s.articles, s.agree, s.contradict, s.contradictions]));
}
function careers(main) {
  const persons = new Map();
  for (const spell of data.careers) {
    const person = persons.get(spell.person_key) || { name: spell.person, spells: [] };
    person.spells.push(spell);
    persons.set(spell.person_key, person);
  }
  const list = [...persons.values()].sort((a, b) => b.spells.length - a.spells.length || (a.name < b.name ? -1 : 1));
  for (const p of list) p.haystack = (p.name + ' ' + p.spells.map(s => s.club).join(' ')).toLowerCase();
  if (!list.length) put(main, 'p', 'No careers: no tenure or playing spell of a person with a full name.', 'dim');
  else picker(main, list, p => p.name, p => p.spells.length + ' spells', showCareer);
}
function contradictions(main) {
  put(main, 'h2', 'Where articles contradict each other');
  const rows = data.careers.filter(c => c.contradict > 0);
  if (!rows.length) put(main, 'p', 'Nowhere.', 'dim');
  else table(main, ['person', 'club', 'role', 'from', 'to', 'agree', 'contradict', 'who says otherwise'],
    rows.map(c => [c.person, c.club, c.role, c.start, c.end, c.agree, c.contradict, c.contradictions]));
}
function gold(main) {
  for (const label of ['false assertion', 'spurious', 'value', 'slots', 'missed']) {
    const rows = data.errors.filter(e => e.label === label);
    if (!rows.length) continue;
    put(main, 'h2', label + ' (' + rows.length + ')');
    table(main, ['article', 'type', 'what', 'rule', 'passage'], rows.map(e => [e.doc, e.type, e.what, e.rule, e.passage]));
  }
}

const views = [['Figures', figures], ['Articles', articles], ['Careers', careers], ['Contradictions', contradictions]];
if (data.errors) views.push(['Gold', gold]);
const nav = put(document.body, 'nav');
put(nav, 'b', 'panchina');
const main = put(document.body, 'main');
for (const [name, show] of views) {
  const button = put(nav, 'button', name);
  button.addEventListener('click', () => {
    for (const b of nav.querySelectorAll('button')) b.removeAttribute('aria-current');
    button.setAttribute('aria-current', 'true');
    main.replaceChildren();
    show(main);
  });
}
nav.querySelector('button').click();
)js";
  return kScript;
}

}  // namespace panchina
