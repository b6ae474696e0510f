/** The console's own script, served as a file: opens dialogs, filters the picker, copies the address. */
export const SCRIPT = `'use strict';
const address = document.getElementById('address');
if (address) address.value = location.href;

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  const opens = button.dataset.open && document.getElementById(button.dataset.open);
  if (opens) opens.showModal();
  if ('close' in button.dataset) button.closest('dialog').close();
  if ('dismiss' in button.dataset) button.closest('.toast').remove();
  if (button.dataset.copy) copy(button);
});

async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  field.select();
  // The older way first: it needs no permission, and this window may be denied all of them.
  const done = document.execCommand('copy') || (await navigator.clipboard.writeText(field.value).then(() => true, () => false));
  if (!done) return;
  button.firstChild.data = 'Copied';
  setTimeout(() => { button.firstChild.data = 'Copy'; }, 1600);
}

document.addEventListener('input', (event) => {
  const dialog = event.target.closest('dialog.picker');
  if (!dialog) return;
  const wanted = dialog.querySelector('[data-filter]').value.trim().toLowerCase();
  let shown = 0;
  for (const row of dialog.querySelectorAll('.options li')) {
    row.hidden = !row.textContent.toLowerCase().includes(wanted);
    if (!row.hidden) shown += 1;
  }
  dialog.querySelector('[data-no-match]').hidden = shown > 0;
  dialog.querySelector('[data-count]').textContent = dialog.querySelectorAll(':checked').length + ' selected';
});

// Return in the search field must not save the list.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.matches('[data-filter]')) event.preventDefault();
});

// Leaving a dialog discards what was ticked in it.
for (const dialog of document.querySelectorAll('dialog')) {
  dialog.addEventListener('close', () => {
    dialog.querySelector('form').reset();
    for (const row of dialog.querySelectorAll('.options li')) row.hidden = false;
    const count = dialog.querySelector('[data-count]');
    if (count) count.textContent = dialog.querySelectorAll(':checked').length + ' selected';
  });
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
}

const menu = document.querySelector('details.switcher');
document.addEventListener('click', (event) => { if (menu && !menu.contains(event.target)) menu.open = false; });
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && menu && menu.open) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
`;
