import { Button } from '@mantine/core';
import type { CaseView } from '../../shared/case/views';
import type { Test } from '../../shared/diagnosis/verdict';
import { testName } from '../../shared/report/test-text';
import { isProjectId } from '../../shared/wizard/console-address';
import { useCaseCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { OpenLink } from '../ui/open-link';
import { WRAPPING } from '../ui/wrapping';
import { useOutsider } from './outsider';
import { isConsoleLook, obstacleOf } from './test-names';

interface TestButtonProps {
  readonly view: CaseView;
  readonly test: Test;
  readonly onRealProbe: () => void;
}

/** A test offered as a button: a request, a page to look at, or another key to choose. */
export function TestButton({ view, test, onRealProbe }: TestButtonProps) {
  const { say } = useText();
  const check = useCaseCall((doctor) => doctor.cases.check);
  const watch = useCaseCall((doctor) => doctor.cases.watch);
  const compare = useCaseCall((doctor) => doctor.cases.compare);
  const outside = useOutsider(view) !== null;
  const label = testName(test, say);
  if (isConsoleLook(test)) {
    if (outside) return null;
    return <OpenLink variant="light" size="xs" link={pageOf(test, view)} caseId={view.id} label={label} />;
  }
  const run = () => {
    if (test.kind === 'other_project_key') return compare.mutate({ id: view.id });
    if (test.kind === 'wait_and_repeat') return watch.mutate({ id: view.id });
    if (test.probe === 'real_probe') return onRealProbe();
    check.mutate({ id: view.id, probe: test.probe, consent: false });
  };
  const obstacle = obstacleOf(view, test);
  return (
    <div>
      <Button
        variant="light"
        size="xs"
        h="auto"
        mih={30}
        py={5}
        styles={WRAPPING}
        disabled={obstacle !== null || view.running !== null}
        loading={check.isPending || watch.isPending || compare.isPending}
        onClick={run}
      >
        {label}
      </Button>
      <CallAlert error={check.error ?? watch.error ?? compare.error} />
    </div>
  );
}

function pageOf(test: Test, view: CaseView) {
  if (test.kind === 'organization_limits') return 'organization_limits';
  const { project } = view.verdict;
  return project !== null && isProjectId(project) ? 'project_limits' : 'project_limits_current';
}
