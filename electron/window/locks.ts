/** What no page of this app may do, whatever it shows: leave its origin, open windows, embed pages, or be granted a permission. */
import type { App, Session, WebContents } from 'electron';

/** Applied to every page at its birth, so that none can be forgotten. */
export function lockAllPages(app: App, mayVisit: (contents: WebContents, url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    // Navigation ignores the content security policy, and the preload would go along to a foreign page (measured 2026-11-22).
    contents.on('will-frame-navigate', (event) => {
      if (!mayVisit(contents, event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!mayVisit(contents, event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Without these handlers every permission is granted (measured 2026-11-22). */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // The spell checker would call a host for its dictionaries at start.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}
