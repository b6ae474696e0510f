import { INVENTORY } from './inventory.mjs';

/**
 * How the app is packed and locked. The one runtime dependency that is not bundled is keytar, and of it only what
 * this platform loads.
 * @type {import('electron-builder').Configuration}
 */
const configuration = {
  appId: 'io.github.model-access-doctor',
  productName: 'Model Access Doctor',
  copyright: 'MIT licence',
  directories: { output: 'dist', buildResources: 'build' },
  icon: 'build/icon.png',
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    '!node_modules/**',
    'node_modules/keytar/package.json',
    'node_modules/keytar/lib/*.js',
    'node_modules/keytar/build/Release/keytar.node',
  ],
  // On Linux this becomes a type of the desktop file, in macOS a part of the app's own description. Windows is told at each start.
  protocols: [{ name: 'Model Access Doctor', schemes: ['model-access-doctor'], role: 'Viewer' }],
  extraResources: [{ from: INVENTORY, to: 'licences' }],
  asar: true,
  asarUnpack: ['node_modules/keytar/build/Release/keytar.node'],
  // keytar's library works in Node and Electron alike (Node-API), so nothing is compiled.
  npmRebuild: false,
  publish: null,
  electronFuses: {
    // Else the packed app is a Node for whoever starts it with a variable set.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    // Else the code could be replaced beside the signature.
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    // The window is served by a protocol of its own and needs no file access.
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Development',
    executableName: 'model-access-doctor',
    synopsis: 'Finds out why an OpenAI call is refused',
    maintainer: 'Model Access Doctor',
  },
  deb: {
    depends: ['libgtk-3-0', 'libnss3', 'libxss1', 'libgbm1', 'libasound2', 'libsecret-1-0'],
  },
  mac: { target: ['dmg'], category: 'public.app-category.developer-tools', hardenedRuntime: true },
  win: { target: ['nsis'] },
};

export default configuration;
