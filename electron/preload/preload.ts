/** Puts the app's verbs on the window, one function each. There is no way to name a channel from the page. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALLS, CHANGE_CHANNEL, type ChangeTopic } from '../../shared/ipc/contract';
import { fail } from '../base/failure';
import { hasPlainShape } from '../ipc/shape';

function areaApi(area: string, verbs: object) {
  return Object.fromEntries(
    Object.keys(verbs).map((verb) => [verb, (request: unknown) => invoke(`${area}:${verb}`, request)]),
  );
}

/** The main process asks for the shape again, but unpacking an object with a million fields alone would hold it for seconds. */
async function invoke(channel: string, request: unknown): Promise<unknown> {
  return hasPlainShape(request) ? ipcRenderer.invoke(channel, request) : fail('bad_request');
}

const areas = Object.fromEntries(Object.entries(CALLS).map(([area, verbs]) => [area, areaApi(area, verbs)]));

/** A page cannot make up a path: it hands over a file that was dropped on it, and a made-up file has none. */
const imports = {
  ...areas['imports'],
  dropped: ({ file }: { readonly file: File }) =>
    ipcRenderer.invoke('imports:dropped', { path: webUtils.getPathForFile(file) }),
};

contextBridge.exposeInMainWorld('doctor', {
  ...areas,
  imports,
  onChange: (listener: (topic: ChangeTopic) => void) => {
    // The event object would hand the page a way to send, so only the topic goes through.
    const forward = (_event: unknown, topic: ChangeTopic) => listener(topic);
    ipcRenderer.on(CHANGE_CHANNEL, forward);
    return () => ipcRenderer.off(CHANGE_CHANNEL, forward);
  },
});
