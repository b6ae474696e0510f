import type { ChangePreview } from '../../shared/admin/change';
import { modelsOf, type Policy } from '../../shared/admin/policy';
import type { Say } from '../../shared/messages/say';
import { useText } from '../text/use-text';
import { Notice } from '../ui/notice';
import styles from './difference.module.css';
import { type DifferenceLine, differenceLines, modelsThatStay } from './difference-lines';

/** Entries shown before the rest is only counted; a list can hold thousands. */
const SHOWN = 12;

export function shortList(models: readonly string[], say: Say): string {
  const shown = models.slice(0, SHOWN).join(', ');
  return models.length <= SHOWN
    ? shown
    : say('admin.preview.and', { models: shown, count: models.length - SHOWN });
}

/** The list now and afterwards, and what becomes of the models. */
export function PolicyDifference({ preview }: { readonly preview: ChangePreview }) {
  const { say } = useText();
  const { before, after, added, reach } = preview.plan;
  const same = before.kind === after.kind;
  const kept = same ? modelsOf(after).length - added.length : 0;
  const lines = differenceLines(preview);
  const staying = modelsThatStay(preview);
  return (
    <div data-testid="difference">
      <div className={styles['sides']}>
        <Side title={say('admin.preview.before')} policy={before} />
        <span className={styles['arrow']} aria-hidden>
          →
        </span>
        <Side title={say('admin.preview.after')} policy={after} />
      </div>
      <ul className={styles['difference']}>
        {staying.length > 0 && (
          <li className={styles['kept']}>{say('admin.preview.stay', { models: shortList(staying, say) })}</li>
        )}
        <Lines lines={lines.filter(({ tone }) => tone === 'loss')} />
        <Lines lines={lines.filter(({ tone }) => tone !== 'loss')} />
        {kept > 0 && <li className={styles['kept']}>{say('admin.preview.unchanged', { count: kept })}</li>}
      </ul>
      {!same && (
        <p className={styles['whole']}>
          {say(after.kind === 'none' ? 'admin.preview.gone' : 'admin.preview.comes')}
        </p>
      )}
      <Notice tone={reach === 'named' ? 'info' : 'warn'}>
        {say(`admin.preview.reach.${reach}`)}
        <p className={styles['reach']}>{say('admin.preview.affectedAll')}</p>
        {preview.affectedKeys.length > 0 && (
          <p className={styles['reach']}>
            {say('admin.preview.affected', { keys: preview.affectedKeys.join(', ') })}
          </p>
        )}
      </Notice>
    </div>
  );
}

function Side({ title, policy }: { readonly title: string; readonly policy: Policy }) {
  const { say } = useText();
  return (
    <div className={styles['side']}>
      <div className="small">{title}</div>
      <strong>{say(`admin.policy.name.${policy.kind}`)}</strong>
      {policy.kind !== 'none' && (
        <span className="small">{say('admin.policy.count', { count: policy.models.length })}</span>
      )}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly DifferenceLine[] }) {
  const { say } = useText();
  const rest = lines.slice(SHOWN);
  return (
    <>
      {lines.slice(0, SHOWN).map((line) => (
        <Line key={subjectText(line, say)} line={line} />
      ))}
      {rest[0] !== undefined && (
        <li className={styles['kept']}>
          {signOf(rest[0])} … {rest.length}
        </li>
      )}
    </>
  );
}

/** Told apart by sign and words as well as by colour. */
function Line({ line }: { readonly line: DifferenceLine }) {
  const { say } = useText();
  const named = typeof line.subject === 'object';
  return (
    <li className={styles['line']} data-tone={line.tone}>
      <span className={styles['sign']} aria-hidden>
        {signOf(line)}
      </span>
      <span className={styles[named ? 'lineModel' : 'lineAll']}>{subjectText(line, say)}</span>
      <span className={styles['lineSays']}>{say(`admin.preview.line.${line.says}`)}</span>
    </li>
  );
}

function signOf({ tone }: DifferenceLine): string {
  return tone === 'loss' ? '−' : '+';
}

function subjectText({ subject }: DifferenceLine, say: Say): string {
  return typeof subject === 'object' ? subject.model : say(`admin.preview.subject.${subject}`);
}
