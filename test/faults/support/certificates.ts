/** A company's own authority, as its computers trust it, and certificates of it. Made by openssl, in a folder of the test. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
}

export class Authority {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async found(folder: string): Promise<Authority> {
    const authority = new Authority(folder);
    await authority.#openssl([
      'req',
      '-x509',
      ...KEY,
      '-days',
      '30',
      '-subj',
      '/CN=Company authority',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
    ]);
    return authority;
  }

  /** Puts it where Chromium looks for what this person's computer trusts. `home`: the person's folder. */
  async beTrustedIn(home: string): Promise<void> {
    const folder = join(home, '.pki', 'nssdb');
    await run('mkdir', ['-p', folder]);
    const database = `sql:${folder}`;
    await run('certutil', ['-N', '-d', database, '--empty-password']);
    await run('certutil', [
      '-A',
      '-d',
      database,
      '-t',
      'C,,',
      '-n',
      'company',
      '-i',
      join(this.#folder, 'ca.pem'),
    ]);
  }

  /** For servers of this name. `days`: how long it is good for; less than none makes one that is over. */
  async issue(name: string, days = 20): Promise<Certificate> {
    const file = `${name}${days}`;
    await this.#openssl([
      'req',
      ...KEY,
      '-subj',
      `/CN=${name}`,
      '-keyout',
      `${file}.key`,
      '-out',
      `${file}.csr`,
    ]);
    await writeFile(join(this.#folder, 'names'), `subjectAltName=DNS:${name}\n`);
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names'];
    await this.#openssl([
      'x509',
      '-req',
      '-in',
      `${file}.csr`,
      ...signing,
      '-days',
      String(days),
      '-out',
      `${file}.pem`,
    ]);
    return this.#read(file);
  }

  /** One that nobody signed but itself. */
  async selfSigned(name: string): Promise<Certificate> {
    const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
    await this.#openssl([
      'req',
      '-x509',
      ...KEY,
      '-days',
      '20',
      ...names,
      '-keyout',
      'self.key',
      '-out',
      'self.pem',
    ]);
    return this.#read('self');
  }

  async #read(file: string): Promise<Certificate> {
    const [key, cert] = await Promise.all(
      ['key', 'pem'].map((end) => readFile(join(this.#folder, `${file}.${end}`))),
    );
    if (key === undefined || cert === undefined) throw new Error('No certificate was made');
    return { key, cert };
  }

  async #openssl(args: readonly string[]): Promise<void> {
    await run('openssl', [...args], { cwd: this.#folder });
  }
}
