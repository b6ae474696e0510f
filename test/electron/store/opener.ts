/** Says that it begins, and opens a database, which brings it up to date; is killed by the test. */
import { openDatabase } from '../../../electron/store/database';

process.stdout.write('begins\n', () => {
  openDatabase(process.argv[2] ?? '', () => new Date()).database.close();
});
