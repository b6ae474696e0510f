import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { visibleText } from '../../shared/text/visible';
import { useIntake } from '../diagnose/intake';
import { useNavigation } from '../state/navigation';
import { useAppInfo, useArrival, useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import styles from './frame.module.css';

/** What came from outside of the window. It says so on every page, and takes the keyboard from nobody. */
export function ArrivalNotice() {
  const { say } = useText();
  const arrival = useArrival().data ?? null;
  const practising = useAppInfo().data?.mode === 'practice';
  if (arrival === null) return null;
  switch (arrival.kind) {
    case 'case':
      return <WayToCase key={arrival.id} {...arrival} />;
    case 'text':
      return (
        <Offer key={arrival.id} id={arrival.id} title={say('arrival.link.title')}>
          <div className={`${styles['arrived']} mono break`}>
            {visibleText(arrival.begins)}
            {!arrival.isWhole && '…'}
          </div>
          {say('arrival.link.lead')}
        </Offer>
      );
    case 'clipboard':
      return <ClipboardOffer key={arrival.id} id={arrival.id} />;
    case 'case_gone':
      return <Refused id={arrival.id} why={practising ? 'caseGoneInPractice' : 'caseGone'} />;
    case 'bad_link':
      return <Refused id={arrival.id} why="badLink" />;
  }
}

/** A page of the app's own: nothing is to be asked. */
function WayToCase({ id, caseId }: { readonly id: string; readonly caseId: string }) {
  const { go } = useNavigation();
  const { mutate: dismiss } = useCall((doctor) => doctor.app.dismiss_arrival);
  useEffect(() => {
    go({ kind: 'case', id: caseId, part: 'verdict' });
    dismiss({ id });
  }, [go, dismiss, id, caseId]);
  return null;
}

/** It goes away unasked once the person has brought or typed something themselves. */
function ClipboardOffer({ id }: { readonly id: string }) {
  const { say } = useText();
  const { changes } = useIntake();
  const { mutate: dismiss } = useCall((doctor) => doctor.app.dismiss_arrival);
  const [before] = useState(changes);
  useEffect(() => {
    if (changes !== before) dismiss({ id });
  }, [changes, before, dismiss, id]);
  return <Offer id={id} title={say('arrival.clipboard.title')} />;
}

interface OfferProps {
  readonly id: string;
  readonly title: string;
  readonly children?: ReactNode;
}

/** A text that goes into the box if the person wants to read it. */
function Offer({ id, title, children }: OfferProps) {
  const { say } = useText();
  const { takeVeiled } = useIntake();
  const take = useCall((doctor) => doctor.app.take_arrival);
  const dismiss = useCall((doctor) => doctor.app.dismiss_arrival);
  return (
    <div className={`${styles['notice']} ${styles['arrival']}`} data-testid="arrival">
      <Notice
        tone="info"
        role="status"
        title={title}
        actions={
          <>
            <Button
              size="xs"
              loading={take.isPending}
              onClick={() => take.mutate({ id }, { onSuccess: takeVeiled })}
            >
              {say('arrival.read')}
            </Button>
            <Button size="xs" variant="default" onClick={() => dismiss.mutate({ id })}>
              {say('arrival.no')}
            </Button>
          </>
        }
      >
        {children}
        <CallAlert error={take.error ?? dismiss.error} />
      </Notice>
    </div>
  );
}

function Refused({
  id,
  why,
}: {
  readonly id: string;
  readonly why: 'caseGone' | 'caseGoneInPractice' | 'badLink';
}) {
  const { say } = useText();
  const dismiss = useCall((doctor) => doctor.app.dismiss_arrival);
  return (
    <div className={`${styles['notice']} ${styles['arrival']}`} data-testid="arrival">
      <Notice tone="warn" role="status" onClose={() => dismiss.mutate({ id })}>
        {say(`arrival.${why}`)}
      </Notice>
    </div>
  );
}
