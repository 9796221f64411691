// Security keys and passkeys. The forms are shown where the browser can use keys; there is always another way.
for (const form of document.querySelectorAll('form[data-key]')) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const options = JSON.parse(form.dataset.options);
    try {
      const credential = form.dataset.key === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.Credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      form.querySelector('[role=alert]').hidden = false;
    }
  });
}
