// How a person finds things: by what they see or hear of them, never by class or id.
// arguments: what ("press", "field", "pick", "file", "part", "words"), its name, the groups around it.
const squeeze = text => (text ?? '').replace(/[\s\u00a0\u200b]+/g, ' ').trim();
const [what, name, groups] = [arguments[0], squeeze(arguments[1]), arguments[2].map(squeeze)];

const shown = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
const silent = new Set(['RT', 'RP', 'SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SELECT', 'TEXTAREA', 'INPUT']);

// The words of a piece of the page, without readings over kanji; `heard` leaves out what only decorates.
const words = (node, heard) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || silent.has(node.tagName)) return '';
  const { display } = getComputedStyle(node);
  // What has no box of its own is never "visible"; what stands in it may be.
  const unseen = display !== 'contents' && !node.checkVisibility({ visibilityProperty: true });
  if (heard ? node.hidden || node.getAttribute('aria-hidden') === 'true' : unseen) return '';
  if (node.tagName === 'IMG') return node.alt;
  const inside = [...node.childNodes].map(child => words(child, heard)).join('');
  return /^(inline|contents|ruby)/.test(display) ? inside : ` ${inside} `;
};

const given = element => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return squeeze(by.split(/\s+/).map(id => document.getElementById(id)).filter(Boolean).map(e => words(e, true)).join(' '));
  return squeeze(element.getAttribute('aria-label'));
};
const called = element => given(element)
  || squeeze([...(element.labels ?? [])].map(label => words(label, true)).join(' '))
  || (element.matches('input') ? squeeze(/^(button|submit|reset)$/.test(element.type) ? element.value : '') : squeeze(words(element, true)))
  || squeeze(element.title);

// A group is called by its own name, its legend or summary, or its first heading.
const headings = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const bunches = 'fieldset,section,article,form,dialog,details,nav,main,aside,li,tr,table,[role=group],[role=radiogroup],[role=region],[role=row],[role=dialog],[role=list]';
const bunchNames = bunch => {
  const first = [...bunch.querySelectorAll(headings)].find(h => h.parentElement.closest(bunches) === bunch);
  const title = bunch.querySelector(':scope > legend, :scope > summary, :scope > caption, :scope > th');
  return [given(bunch), title && squeeze(words(title, true)), first && squeeze(words(first, true))].filter(Boolean);
};

const best = (all, names) => {
  const named = all.map(element => [element, names(element)]);
  const exact = named.filter(([, ns]) => ns.some(n => n === name));
  return exact.length ? exact : named.filter(([, ns]) => ns.some(n => n.includes(name)));
};

const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
let places = [modal ?? document.body];
for (const group of groups) {
  const all = places.flatMap(place => [...place.querySelectorAll(bunches)]).filter(shown);
  const exact = all.filter(bunch => bunchNames(bunch).includes(group));
  places = exact.length ? exact : all.filter(bunch => bunchNames(bunch).some(n => n.includes(group)));
  if (!places.length) return { why: `no group 「${group}」`, others: all.flatMap(bunchNames) };
}

if (what === 'words') return { words: squeeze(places.map(place => words(place, false)).join(' ')) };
if (what === 'part' && name === '') return places.length === 1 ? { element: places[0] } : { why: `${places.length} such groups` };

const kinds = {
  press: 'button,a[href],summary,input[type=button],input[type=submit],[role=button],[role=link],[role=tab],[role=menuitem]',
  field: 'textarea,select,input:not([type=radio],[type=checkbox],[type=file],[type=button],[type=submit],[type=reset],[type=hidden]),[role=textbox],[role=combobox],[contenteditable=true],[contenteditable=""]',
  pick: 'input[type=radio],input[type=checkbox],[role=radio],[role=checkbox],[role=switch]',
  file: 'input[type=file]',
  part: `${bunches},${headings},img,svg,canvas,video,figure,[role=img],[role=status],[role=alert],[role=progressbar],progress`,
};
const all = [...new Set(places.flatMap(place => [...place.querySelectorAll(kinds[what])]))]
  .filter(element => shown(element) || ((what === 'pick' || what === 'file') && [...element.labels].some(shown)));
const names = what === 'part' ? element => [called(element), ...bunchNames(element)] : element => [called(element)];
const hits = best(all, names);
if (hits.length !== 1) {
  return { why: hits.length ? `${hits.length} of that name` : 'none of that name', others: (hits.length ? hits : all.map(e => [e, names(e)])).map(([, ns]) => ns[0]) };
}
const element = hits[0][0];
if (element.disabled || element.getAttribute('aria-disabled') === 'true') return { why: 'it cannot be used now', others: [] };
element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
const on = element.checked ?? element.getAttribute('aria-checked') === 'true';
return { element, label: element.labels?.[0] ?? null, on, focused: element === document.activeElement, value: element.value ?? null };
