import type { ChangePreview } from '../../shared/admin/change';
import { modelsOf, type Policy } from '../../shared/admin/policy';
import type { Say } from '../text/message-key';
import { useText } from '../text/use-text';
import { Notice } from '../ui/notice';
import styles from './difference.module.css';

/** Entries shown before the rest is only counted; a list can hold thousands. */
const SHOWN = 12;

export function shortList(models: readonly string[], say: Say): string {
  const shown = models.slice(0, SHOWN).join(', ');
  return models.length <= SHOWN
    ? shown
    : say('admin.preview.and', { models: shown, count: models.length - SHOWN });
}

/** The list now and afterwards, with what is added and what is taken off. */
export function Difference({ preview }: { readonly preview: ChangePreview }) {
  const { say } = useText();
  const { before, after, added, removed, reach } = preview.plan;
  const same = before.kind === after.kind;
  const kept = modelsOf(after).length - (same ? added.length : modelsOf(after).length);
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
        {removed.slice(0, SHOWN).map((model) => (
          <Line
            key={`- ${model}`}
            sign="−"
            model={model}
            says={say('admin.preview.removed')}
            tone="removed"
          />
        ))}
        {removed.length > SHOWN && <More count={removed.length - SHOWN} sign="−" />}
        {added.slice(0, SHOWN).map((model) => (
          <Added key={`+ ${model}`} model={model} unseen={preview.unseen.includes(model)} />
        ))}
        {added.length > SHOWN && <More count={added.length - SHOWN} sign="+" />}
        {same && kept > 0 && (
          <li className={styles['kept']}>{say('admin.preview.unchanged', { count: kept })}</li>
        )}
      </ul>
      {!same && (
        <p className={styles['whole']}>
          {say(after.kind === 'none' ? 'admin.preview.gone' : 'admin.preview.comes')}
        </p>
      )}
      <Notice tone={reach === 'named' ? 'info' : 'warn'}>
        {say(`admin.preview.reach.${reach}`)}
        <p className={styles['reach']}>{say('admin.preview.affectedAll')}</p>
        {preview.alsoLetsIn.length > 0 && (
          <p className={styles['reach']}>
            {say('admin.preview.also', {
              count: preview.alsoLetsIn.length,
              models: shortList(preview.alsoLetsIn, say),
            })}
          </p>
        )}
        {preview.shutsOut.length > 0 && (
          <p className={styles['reach']}>
            {say('admin.preview.shuts', { models: shortList(preview.shutsOut, say) })}
          </p>
        )}
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

function Added({ model, unseen }: { readonly model: string; readonly unseen: boolean }) {
  const { say } = useText();
  const says = say(unseen ? 'admin.preview.addedUnseen' : 'admin.preview.added');
  return <Line sign="+" model={model} says={says} tone={unseen ? 'unseen' : 'added'} />;
}

interface LineProps {
  readonly sign: string;
  readonly model: string;
  readonly says: string;
  readonly tone: 'added' | 'unseen' | 'removed';
}

/** Told apart by sign and words as well as by colour. */
function Line({ sign, model, says, tone }: LineProps) {
  return (
    <li className={styles['line']} data-tone={tone}>
      <span className={styles['sign']} aria-hidden>
        {sign}
      </span>
      <span className={styles['lineModel']}>{model}</span>
      <span className={styles['lineSays']}>{says}</span>
    </li>
  );
}

function More({ count, sign }: { readonly count: number; readonly sign: string }) {
  return (
    <li className={styles['kept']}>
      {sign} … {count}
    </li>
  );
}
