/** The tour: the practice case from the pasted error to the proof, through all five steps, with a picture of each. */
import { join } from 'node:path';
import { DoctorPage } from './doctor-page.mjs';

const MODEL = 'gpt-5.5';

/** @param {import('../tour.mjs').Stage} stage */
export async function walk({ launch, out, print }) {
  const app = await launch();
  try {
    const page = await app.firstWindow();
    const doctor = new DoctorPage(page);
    let number = 0;
    /** @param {string} name @param {import('playwright-core').Page} [of] */
    const picture = async (name, of = page) => {
      number += 1;
      const file = `${String(number).padStart(2, '0')}-${name}.png`;
      await of.screenshot({ path: join(out, file), animations: 'disabled' });
      print(`  picture ${file}`);
    };
    await toTheVerdict(doctor, picture, print);
    await throughTheConsole(app, doctor, picture);
    await toTheProof(doctor, picture, print);
  } finally {
    await app.close();
  }
}

/** @typedef {(name: string, of?: import('playwright-core').Page) => Promise<void>} Picture */

/** @param {DoctorPage} doctor @param {Picture} picture @param {(line: string) => void} print */
async function toTheVerdict(doctor, picture, print) {
  await doctor.pasteBox.waitFor();
  const scenario = await doctor.scenario('allow_list');
  await doctor.pasteBox.fill(scenario.text);
  await doctor.page.getByTestId('live-reading').waitFor();
  await picture('paste');
  await doctor.submit();
  await doctor.chooseKey(scenario.keyLabel);
  await doctor.testAgain();
  await picture('verdict');
  print(`Verdict before: ${describe(await doctor.readVerdict())}`);
}

/** @param {import('playwright-core').ElectronApplication} app @param {DoctorPage} doctor @param {Picture} picture */
async function throughTheConsole(app, doctor, picture) {
  await doctor.startWizard();
  await doctor.waitForStep('log_in');
  await picture('step-1-log-in');
  const console_ = await doctor.openConsole(app);
  await console_.logIn();
  await doctor.nextStep();

  await doctor.waitForStep('choose_project');
  await doctor.openConsole(app);
  await doctor.checkAddress(await console_.address());
  await picture('step-2-project');
  await doctor.nextStep();

  await doctor.waitForStep('open_limits');
  await doctor.openConsole(app);
  await doctor.checkAddress(await console_.address());
  await picture('step-3-limits');
  await doctor.nextStep();

  await doctor.waitForStep('edit_list');
  await doctor.chooseBranch('allowed');
  await picture('step-4-edit');
  await picture('console-before', console_.page);
  await console_.allowModel(MODEL);
  await picture('console-after', console_.page);
  await doctor.saved();
}

/** @param {DoctorPage} doctor @param {Picture} picture @param {(line: string) => void} print */
async function toTheProof(doctor, picture, print) {
  await doctor.waitForProof();
  await picture('step-5-proven');
  await doctor.backToVerdict();
  await picture('verdict-after');
  print(`Verdict after: ${describe(await doctor.readVerdict())}`);
}

/** @param {Awaited<ReturnType<DoctorPage['readVerdict']>>} verdict */
function describe({ outcome, cause, layer, confidence }) {
  const where = layer ? ` at the layer "${layer}"` : '';
  return `${outcome}${cause ? `: ${cause}` : ''}${where} (${confidence})`;
}
