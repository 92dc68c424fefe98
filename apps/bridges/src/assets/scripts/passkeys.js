// Asks the browser for a passkey when its button is pressed, and sends the form with the answer. Without this script the
// button stays hidden, and the page says what to use instead.
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser;

const PROBLEMS = {
  NotAllowedError: 'The passkey was not used, or it took too long. Try again.',
  AbortError: 'The passkey was not used, or it took too long. Try again.',
  InvalidStateError: 'This device already has a passkey for your account.',
  SecurityError: 'Passkeys do not work at this address. Use the address that your agency gave you.',
};
const OTHER = 'Your browser could not use a passkey. Try again, or use another way.';

document.querySelectorAll('[data-passkey]').forEach((part) => {
  const button = part.querySelector('button');
  const answer = part.querySelector('[data-passkey-answer]');
  const say = (text) => (part.querySelector('[data-passkey-problem]').textContent = text);
  if (!browserSupportsWebAuthn()) return say('This browser cannot use passkeys.');
  button.hidden = false;

  const ask = async () => {
    const optionsJSON = JSON.parse(part.dataset.passkeyOptions);
    if (part.dataset.passkey === 'use') return startAuthentication({ optionsJSON });
    // A form without a name is sent as it is, so that the page asks for it before the device keeps a passkey.
    const name = button.form.elements.namedItem('name');
    return name && !name.value.trim() ? '' : startRegistration({ optionsJSON });
  };
  button.addEventListener('click', async () => {
    say('');
    button.disabled = true;
    try {
      const given = await ask();
      answer.value = given && JSON.stringify(given);
      button.form.submit();
    } catch (problem) {
      say(PROBLEMS[problem.name] ?? OTHER);
    }
    button.disabled = false;
  });
});
