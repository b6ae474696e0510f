import { describe, expect, it } from 'vitest';
import { hasSha512, isUnreachable } from '../../build/electron-binary.mjs';
import { locksAgree, nodeTrouble } from '../../build/setup.mjs';
import { missingAmong } from '../../build/system-libraries.mjs';
import { readSource } from '../architecture/sources';

const RANGE = '^20.19.0 || >=22.12.0';

describe('the Node of the person', () => {
  it.each([
    ['18.20.8', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['20.20.2', true],
    ['21.7.3', false],
    ['22.11.0', false],
    ['22.12.0', true],
    ['24.1.0', true],
    ['100.0.0', true],
  ])('%s will do: %s', (version, enough) => {
    expect(nodeTrouble(version, RANGE) === null).toBe(enough);
  });

  it('is named where it will not do, with those that will', () => {
    expect(nodeTrouble('21.7.3', RANGE)).toMatch(
      /^This is Node 21\.7\.3\. Needed is Node 20\.19\.0 or a later 20, or 22\.12\.0 or newer\.\n/,
    );
  });

  it('is asked for as Vite, which builds the app, asks for it', () => {
    const wish = (file: string) =>
      (JSON.parse(readSource(file)) as { engines: { node: string } }).engines.node;
    expect(wish('package.json')).toBe(wish('node_modules/vite/package.json'));
  });
});

describe('the installed packages', () => {
  const wanted = {
    '': {},
    'node_modules/a': { integrity: 'sha512-a' },
    'node_modules/for-windows': { integrity: 'sha512-w', optional: true },
  };

  it.each([
    [
      'are current where they are those of the lock file',
      { 'node_modules/a': { integrity: 'sha512-a' } },
      true,
    ],
    ['are current with more of them', { ...wanted, 'node_modules/b': { integrity: 'sha512-b' } }, true],
    ['are not where one is missing', { 'node_modules/for-windows': { integrity: 'sha512-w' } }, false],
    ['are not where one has other bytes', { 'node_modules/a': { integrity: 'sha512-x' } }, false],
    [
      'are not where an optional one has other bytes',
      { ...wanted, 'node_modules/for-windows': { integrity: 'sha512-x' } },
      false,
    ],
  ])('%s', (_name, installed, current) => {
    expect(locksAgree(installed, wanted)).toBe(current);
  });
});

describe('a missing system library', () => {
  const wanted = [['libasound2t64', 'libasound2'], ['libnss3']];

  it.each([
    ['is one that dpkg does not know', 'libasound2 installed\n', [['libnss3']]],
    [
      'is one that was removed but left its settings',
      'libasound2 installed\nlibnss3 config-files\n',
      [['libnss3']],
    ],
    ['is not one that goes by its new name', 'libasound2t64 installed\nlibnss3 installed\n', []],
    ['is not one that goes by its old name', 'libasound2 installed\nlibnss3 installed\n', []],
    ['is not hidden by a package whose name only begins alike', 'libnss3-tools installed\n', wanted],
  ])('%s', (_name, output, missing) => {
    expect(missingAmong(wanted, output)).toEqual(missing);
  });
});

describe('a failed download of Electron', () => {
  it.each([
    ['TypeError: fetch failed\n    at FetchDownloader.download', true],
    ['Error: getaddrinfo ENOTFOUND example.invalid', true],
    ['Error: connect ECONNREFUSED 127.0.0.1:443', true],
    ['TypeError: terminated', true],
    ['HTTPError: Response code 403 (Forbidden) for …', true],
    ['HTTPError: Response code 503 (Service Unavailable) for …', true],
    ['HTTPError: Response code 404 (Not Found) for …', false],
    ['Error: Generated checksum for "electron.zip" did not match expected checksum.', false],
    ['Error: checksum mismatch after fetch failed once', false],
    ["Error: ENOSPC: no space left on device, open 'dist/electron'", false],
    ['', false],
  ])('for "%s" leads to the stand-in: %s', (output, standIn) => {
    expect(isUnreachable(output)).toBe(standIn);
  });
});

it('an archive is taken only with the very bytes that were pinned', () => {
  // SHA-512 of "abc", from FIPS 180-4's example.
  const abc = '3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';
  expect(hasSha512(Buffer.from('abc'), abc)).toBe(true);
  expect(hasSha512(Buffer.from('abd'), abc)).toBe(false);
});
