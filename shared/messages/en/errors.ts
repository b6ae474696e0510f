/** What went wrong in a call to the main process, one sentence a code (`ERROR_CODES`). */
export const errors = {
  fallback: 'Something went wrong (code: {{code}}).',
  title: 'That did not work',
  bad_request: 'The window asked for something that is not allowed. Please try again.',
  not_found: 'This entry is no longer there.',
  busy: 'A test is already running. Wait for it, or stop it first.',
  too_large: 'This text is too large. Paste the part around the error.',
  cancelled: 'Stopped before it was finished.',
  consent_missing: 'A request that may cost something is sent only after you agree to it.',
  no_key_chosen: 'Choose a key first.',
  no_other_project_key:
    'There is no stored key of another project in the same organization. Add one, test it once, and compare again.',
  free_tests_prove_nothing:
    'Free tests cannot tell here whether the model is open, so their success would prove nothing. Send one real request instead.',
  no_model_chosen: 'Name a model first.',
  key_empty: 'Paste the key first.',
  key_redacted: 'Part of this key is hidden (… or ***). Copy the whole key from where it was created.',
  key_control_characters:
    'There is a line break or a hidden character inside the key. Copy it again in one piece.',
  key_not_ascii:
    'The key holds characters that no key has, for example full-width letters. Copy it again from its source.',
  key_is_a_name: 'This looks like the name of a variable, not like the key itself.',
  key_other_vendor: 'This key belongs to another service ({{vendor}}), not to OpenAI.',
  key_too_short: 'This is too short for a key. Part of it may be missing.',
  key_too_long: 'This is too long for a key. Paste the key alone.',
  key_duplicate: 'This key is already stored as “{{label}}”.',
  key_admin:
    'Admin keys manage an organization and cannot use models. They have a page of their own: “Admin”.',
  label_taken: 'Another key has this label. Choose a different one.',
  looks_like_secret:
    'This looks like a key or a password. Names and notes are kept in plain text, so nothing was saved. Enter a key in the key field only.',
  base_url_invalid: 'This is not a complete address. It looks like https://host/v1.',
  base_url_insecure: 'The address must begin with https://, so that the key travels encrypted.',
  base_url_credentials: 'The address must not hold a user name, password or other sign-in part.',
  bad_organization_id:
    'This is not an organization ID. It begins with “org-”, followed by letters and digits.',
  bad_project_id: 'This is not a project ID. It begins with “proj_”, followed by letters and digits.',
  host_paused:
    'The server asked for a pause of more than a minute, so nothing more was sent. Try again in a few minutes.',
  offline: 'This computer is offline, so nothing more was sent. Continue once it is connected again.',
  liftPause: 'Lift the pause',
  pauseLifted: 'The pause is lifted. Start the test again; the server may ask for another pause.',
  vault_locked: 'The keychain is locked. Unlock it and try again.',
  vault_absent: 'No keychain is available on this computer.',
  vault_denied: 'The keychain refused access to this app.',
  vault_timeout: 'The keychain did not answer. A prompt may be waiting in another window.',
  vault_too_large: 'This key is longer than the keychain can hold.',
  vault_failed: 'The keychain stopped responding. Nothing stored there was changed.',
  vault_missing:
    'The secret of this key is no longer in the keychain. Delete the entry and add the key again.',
  vault_changed:
    'The keychain now holds another secret for this key, changed outside this app. Accept it or replace it in the key’s details.',
  admin_key_changed:
    'The keychain now holds another secret for this admin key, changed outside this app. It was not used. Delete the entry and add the admin key again.',
  file_unreadable: 'This file could not be read. Check that it exists and that you may read it.',
  file_too_large: 'This file is larger than 5 MB. Copy the part with the keys into a smaller file.',
  file_not_text: 'This file is not a text file.',
  import_gone:
    'This preview is no longer there; previews are forgotten after 10 minutes. Start the import again.',
  file_not_written: 'The file could not be written. Check the folder and the free space.',
  link_needs_project: 'This page belongs to a project, and no project is known yet.',
  practice_only: 'This build offers practice only, so that no real key is used with it.',
  practice_not_running: 'Practice is not running. Enter it again.',
  set_aside_unreadable: 'Nothing in the file that was set aside can be read. It stays where it is.',
  store_failed: 'The change could not be written to disk. Check for free space and try again.',
  store_full: 'The disk is full, so the change could not be saved. Free some space and try again.',
  store_read_only:
    'The folder of this app’s data cannot be written to, so the change could not be saved. Allow writing to it and try again.',
  key_not_admin:
    'This is not an admin key: those begin with sk-admin-. Keys for using models belong on the “Keys” page.',
  admin_no_key:
    'No stored admin key can reach this project. Add one of its organization, or read its projects again.',
  admin_key_refused: 'OpenAI does not accept this admin key. It may have been revoked.',
  admin_wrong_scope:
    'This admin key lacks a permission ({{scope}}). Its scopes were chosen when it was created; create one with the right scopes.',
  admin_project_missing:
    'This admin key cannot see the project {{project}}. It belongs to another organization, or no longer exists.',
  admin_project_archived:
    'The project “{{project}}” is archived. Its list cannot be changed, and its keys no longer work.',
  admin_changed_meanwhile:
    'Somebody else changed the list of “{{project}}” after the preview. Nothing was sent. Look at a new preview.',
  admin_no_restriction:
    'The project has no list, so nothing there refuses the model. A new list would shut out every other model, so none is created.',
  admin_already_so: 'The list is already as you want it. Nothing needs to change.',
  admin_no_models: 'Name at least one model first.',
  admin_too_many_models: 'The list would become longer than this app handles.',
  admin_model_refused:
    'OpenAI does not take one of the models for this list, so nothing was changed: {{excerpt}}',
  admin_preview_gone: 'This preview is no longer valid. Make a new one.',
  admin_not_undoable: 'This change cannot be undone, because it did not take effect or was undone already.',
  admin_too_fast:
    'The administration API allows only a few calls per minute and still asks for a pause. Try again in a minute.',
  admin_unreachable: 'The administration API gave no usable answer ({{code}}).',
  admin_refused: 'The administration API refused (status {{status}}): {{excerpt}}',
  clipboard_changed: 'The clipboard holds something else by now.',
  mail_failed: 'No mail program could be opened. Copy the message instead.',
  internal: 'An error inside the app. Nothing was lost; please try again.',
} as const;
