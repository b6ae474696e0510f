/** What the keychain needs to find the person's session. Nothing else of the environment goes along. */
const NAMES: ReadonlySet<string> = new Set([
  'HOME',
  'PATH',
  'LANG',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'DBUS_SESSION_BUS_ADDRESS',
  // Windows cannot start a process or find the person's profile without these.
  'SystemRoot',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'TEMP',
]);

/** A variable such as OPENAI_API_KEY or NODE_OPTIONS has no business in the process that holds the keychain. */
export function vaultEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && (NAMES.has(name) || name.startsWith('XDG_'))) kept[name] = value;
  }
  return kept;
}
