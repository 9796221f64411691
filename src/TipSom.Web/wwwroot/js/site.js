// Niceties only: every page works without this file.
const summary = document.querySelector('.error-summary');
if (summary && document.activeElement !== summary) summary.focus();

// A second press while the first is on its way does nothing; the server would refuse to do it twice anyway.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
});

// Back brings the page as it was left: let its forms be sent again.
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

// The sum of the groups beside their total, while they are typed. The server adds up anew.
const digits = '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩';
const numberIn = text => Number(text.trim().replace(/[^0-9]/g, c => digits.includes(c) ? digits.indexOf(c) % 10 : 'x'));
document.querySelectorAll('[data-sum]').forEach(set => {
  const [, ...groups] = set.querySelectorAll('input'), shown = set.querySelector('output');
  const add = () => {
    const sum = groups.reduce((all, input) => all + numberIn(input.value), 0);
    shown.parentElement.hidden = !sum;
    shown.textContent = sum.toLocaleString('en');
  };
  set.addEventListener('input', add);
  add();
});
