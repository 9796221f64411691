// Keeps what is typed into a form with a draft: on the server a second after typing stops, and until that has answered sealed on this
// computer, under a key that only the server gives to whom it knows. See docs/decisions/0025.
const user = document.body.dataset.user, own = `draft.${user}.`, longest = 72 * 3600e3;
const bytes = text => new TextEncoder().encode(text);
const encode = data => btoa(Array.from(new Uint8Array(data), b => String.fromCharCode(b)).join(''));
const decode = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
const clock = at => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Karachi' });
const entries = start => Object.keys(localStorage).filter(name => name.startsWith(start));
const make = (tag, text, parent) => { const e = document.createElement(tag); e.textContent = text; parent.append(e); return e; };

async function post(address, values) {
  const body = new FormData();
  body.append('__RequestVerificationToken', document.querySelector('[name=__RequestVerificationToken]').value);
  for (const name in values) body.append(name, values[name]);
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout?.(20000) });
  const told = answer.headers.get('content-type')?.includes('json') ? await answer.json() : {};
  if (told.idle) stay(told.idle);
  // Sent on to the sign-in page.
  return { ...told, status: answer.type === 'opaqueredirect' ? 401 : answer.status };
}

// The browser itself reads the page: text that a script made into a page is forbidden.
const pageAt = address => new Promise(done => {
  const ask = new XMLHttpRequest();
  ask.open('GET', address);
  ask.responseType = 'document';
  ask.onload = () => done(ask.response ?? document);
  ask.onerror = () => done(document);
  ask.send();
});

// ---- The copy on this computer ----
let key;
const sealing = () => key ??= post('/drafts/key').then(
  told => crypto.subtle.importKey('raw', decode(told.key), 'AES-GCM', false, ['encrypt', 'decrypt'])).catch(e => { key = undefined; throw e; });
const nameOf = async page => own + encode(await crypto.subtle.digest('SHA-256', bytes(page))).slice(0, 22);

async function keep(name, typed) {
  const k = await sealing(), iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytes(name) }, k, bytes(JSON.stringify(typed)));
  localStorage.setItem(name, [typed.at, encode(iv), encode(sealed)].join('.'));
}

async function open(name) {
  const [, iv, sealed] = localStorage.getItem(name).split('.');
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: decode(iv), additionalData: bytes(name) }, await sealing(), decode(sealed));
  return JSON.parse(new TextDecoder().decode(plain));
}

// Not a newer copy made since.
const drop = (name, at) => { if (localStorage.getItem(name)?.startsWith(at + '.')) localStorage.removeItem(name); };

const send = typed => post('/drafts', {
  'Input.Page': typed.page, 'Input.Title': typed.title, 'Input.Form': typed.form, 'Input.BasedOn': typed.basedOn, 'Input.Fields': JSON.stringify(typed.fields)
}).catch(() => ({ status: 0 }));

// ---- A form ----
const fieldsOf = form => {
  const secret = [...form.querySelectorAll('[type=password]')].map(e => e.name);
  return [...new FormData(form)].filter(([name, value]) => !name.startsWith('__') && typeof value === 'string' && !secret.includes(name));
};

const words = (form, [name, value]) => {
  const all = [...form.elements].filter(e => e.name === name), one = all.find(e => e.value === value) ?? all[0];
  if (/radio|checkbox/.test(one?.type)) return one.labels[0]?.textContent ?? '';
  return one?.options ? [...one.options].find(o => o.value === value)?.label ?? '' : one?.type === 'hidden' ? '' : value;
};

class Keeper {
  constructor(form) {
    this.form = form;
    this.page = form.dataset.draft;
    this.line = form.querySelector('.draft-line');
    this.state = form.querySelector('.draft-state');
    this.basedOn = +form.elements.__draftVersion.value;
    this.sent = JSON.stringify(fieldsOf(form));
    // What is only carried on is not to be filled from a copy.
    this.asks = [...form.elements].some(e => e.name && e.type !== 'hidden' && e.type !== 'submit');
    form.addEventListener('input', () => this.typed());
    form.addEventListener('change', () => this.typed());
    addEventListener('online', () => this.isUnsent && this.save());
  }

  get now() { return JSON.stringify(fieldsOf(this.form)); }

  get isUnsent() { return this.now !== this.sent; }

  typedNow() {
    return { page: this.page, title: this.form.elements.__draft.value, form: this.form.elements.__once.value, basedOn: this.basedOn, at: Date.now(), fields: fieldsOf(this.form) };
  }

  say(state, at) {
    const text = this.state.dataset[state].replace('{0}', at);
    if (this.state.textContent !== text) this.state.textContent = text;
    this.line.classList.toggle('unsent', ['kept', 'out', 'long'].includes(state) || state === 'not' && this.failed);
  }

  typed() {
    if (!this.isUnsent || this.isOver) return;
    if (!this.failed) this.say('not');
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.save(), 1000);
    // Who types on and on is not to lose it.
    this.guard ??= setTimeout(() => { this.guard = undefined; this.keep(); }, 700);
  }

  // Says whether it is there.
  keep(typed = this.typedNow()) {
    return nameOf(this.page).then(name => keep(this.name = name, typed)).then(() => true, () => false);
  }

  rest() {
    clearTimeout(this.pause);
    clearTimeout(this.guard);
    this.guard = undefined;
  }

  async save() {
    this.rest();
    if (this.isBusy || this.isOver) { this.isWaiting = this.isBusy; return; }
    this.isBusy = true;
    const typed = this.typedNow(), there = await this.keep(typed);
    if (!this.isTwo) this.take(typed, there, await send(typed));
    this.isBusy = false;
    if (this.isWaiting) { this.isWaiting = false; this.typed(); }
  }

  take(typed, there, answer) {
    const at = answer.saved;
    this.failed = ![200, 409, 410].includes(answer.status);
    if (answer.status === 200) {
      [this.basedOn, this.form.elements.__draftVersion.value, this.sent] = [at, at, JSON.stringify(typed.fields)];
      drop(this.name, typed.at);
      if (!this.isUnsent) this.say('saved', answer.at);
    } else if (answer.status === 410) {
      this.isOver = true;
      drop(this.name, typed.at);
    } else if (answer.status === 409) {
      this.choose(typed, answer);
    } else {
      this.say(answer.status === 413 ? 'long' : !there ? 'not' : answer.status === 401 ? 'out' : 'kept');
      if (answer.status !== 413) this.pause = setTimeout(() => this.save(), 10000);
    }
  }

  fill(fields) {
    const values = Object.groupBy ? Object.groupBy(fields, f => f[0]) : fields.reduce((all, f) => ((all[f[0]] ??= []).push(f), all), {});
    for (const e of this.form.elements) {
      if (!e.name || e.name.startsWith('__') || /submit|file|password/.test(e.type)) continue;
      const mine = (values[e.name] ?? []).map(f => f[1]);
      if (/radio|checkbox/.test(e.type)) e.checked = mine.includes(e.value);
      else e.value = mine[0] ?? '';
    }
    this.form.querySelectorAll('details').forEach(d => { d.open ||= !!d.querySelector(':checked'); });
  }

  // Both are shown with their times, and neither is lost before one is chosen.
  async choose(typed, answer) {
    if (this.isTwo) return;
    this.isTwo = true;
    const page = await pageAt(this.page);
    const there = page.querySelector(`form[data-draft="${CSS.escape(this.page)}"]`);
    const fields = there ? fieldsOf(there) : [];
    const box = make('div', '', this.form.parentElement);
    box.className = 'notice notice-warn';
    box.tabIndex = -1;
    this.form.before(box);
    make('p', this.state.dataset.two, box).setAttribute('role', 'alert');
    const offer = (title, mine, others, chosen) => {
      make('h2', title, box);
      for (const f of mine.filter(f => f[1] && !others.some(o => o[0] === f[0] && o[1] === f[1]))) make('p', words(this.form, f), box).dir = 'auto';
      const button = make('button', this.state.dataset.take, box);
      button.className = 'btn btn-secondary';
      button.onclick = () => {
        box.remove();
        this.isTwo = false;
        this.basedOn = answer.saved;
        chosen();
      };
    };
    offer(this.state.dataset.here.replace('{0}', clock(typed.at)), typed.fields, fields, () => { this.fill(typed.fields); this.sent = ''; this.save(); });
    offer(this.state.dataset.there.replace('{0}', answer.at), fields, typed.fields, () => {
      // Leaving the field on the way to the button was a change, too.
      this.rest();
      localStorage.removeItem(this.name);
      if (!there) location.reload();
      this.fill(fields);
      this.form.elements.__draftVersion.value = answer.saved;
      this.sent = this.now;
      this.say('saved', answer.at);
    });
    box.focus();
  }
}

const keepers = [...document.querySelectorAll('form[data-draft]')].map(form => new Keeper(form));

// ---- Coming back: copies of the own that were not sent ----
async function comeBack() {
  for (const name of entries('draft.')) if (Date.now() - parseInt(localStorage.getItem(name)) > longest) localStorage.removeItem(name);
  if (keepers.length || entries(own).length) await sealing();
  for (const keeper of keepers) keeper.name = await nameOf(keeper.page);
  // A copy is about to fill the form: who types meanwhile would lose it.
  const filled = keepers.filter(k => localStorage.getItem(k.name));
  filled.forEach(k => { k.form.inert = true; });
  await sendCopies().finally(() => filled.forEach(k => { k.form.inert = false; }));
  for (const keeper of keepers) if ('unsaved' in keeper.form.dataset) { keeper.sent = ''; keeper.typed(); }
}

async function sendCopies() {
  for (const name of entries(own)) {
    const typed = await open(name).catch(() => null), keeper = keepers.find(k => k.name === name);
    // The page is the answer to this very form: what was posted is newer. A page that only carries on fills nothing.
    if (keeper && typed?.form === keeper.form.elements.__once.value) drop(name, typed.at);
    else if (typed && (!keeper || keeper.asks)) {
      const answer = await send(typed);
      if (keeper && ![409, 410].includes(answer.status)) keeper.fill(typed.fields);
      if (keeper) keeper.take(typed, true, answer), keeper.isOver = false;
      else if ([200, 410].includes(answer.status)) drop(name, typed.at);
    }
  }
}
if (user) comeBack().catch(() => {});
addEventListener('online', () => keepers.length || comeBack().catch(() => {}));

// ---- Leaving ----
document.addEventListener('submit', event => {
  const form = event.target, to = form.getAttribute('action');
  // A form that is sent keeps its copy until the server says that it was carried out.
  if (to === '/drafts/end') {
    for (const one of keepers) { one.isOver = true; if (one.name) localStorage.removeItem(one.name); }
  } else if (to === '/account/sign-out' || location.pathname === '/account/sign-out') {
    const box = form.querySelector('[type=checkbox][name=Keep]');
    if (!box && entries(own).length) {
      event.preventDefault();
      event.stopImmediatePropagation();
      location.assign('/account/sign-out');
      return;
    }
    if (!box?.checked) entries(own).forEach(name => localStorage.removeItem(name));
    // A colleague's copy stays; otherwise the server has the browser forget everything.
    if (!box?.checked && entries('draft.').length) Object.assign(form.appendChild(document.createElement('input')), { type: 'hidden', name: 'Keep', value: 'true' });
  }
}, true);

// ---- The session's end ----
const idle = document.getElementById('idle');
let warning, end;
function stay(seconds) {
  if (!idle) return;
  clearTimeout(warning);
  clearTimeout(end);
  idle.hidden = true;
  warning = setTimeout(() => { idle.hidden = false; }, (seconds - 120) * 1000);
  end = setTimeout(() => {
    idle.hidden = false;
    idle.querySelector('p').textContent = idle.dataset.over;
    idle.querySelector('button').hidden = true;
    idle.querySelector('a').hidden = false;
  }, seconds * 1000);
}
idle?.querySelector('button').addEventListener('click', () => post('/drafts/key').catch(() => {}));
if (idle) stay(+idle.dataset.seconds);
