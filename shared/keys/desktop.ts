/** Desktops whose keyring is opened in a way of its own. */
export type Desktop = 'gnome' | 'kde';

/**
 * From XDG_CURRENT_DESKTOP, a list such as `ubuntu:GNOME` (freedesktop.org, Desktop Entry Specification); null for
 * others, which use either keyring.
 */
export function desktopOf(variable: string | undefined): Desktop | null {
  const names = (variable ?? '').toLowerCase().split(':');
  if (names.some((name) => name.startsWith('gnome') || name === 'unity')) return 'gnome';
  return names.includes('kde') ? 'kde' : null;
}
