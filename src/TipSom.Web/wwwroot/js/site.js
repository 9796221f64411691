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
