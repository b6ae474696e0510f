/** Says that it begins, and opens a database, which brings it to the next version; is killed by the test. */
import { openDatabase } from '../../../electron/store/database';
import { nextStep } from '../../support/next-step';

process.stdout.write('begins\n', () => {
  openDatabase(process.argv[2] ?? '', () => new Date(), [nextStep]).database.close();
});
