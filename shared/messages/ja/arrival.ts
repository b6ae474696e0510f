import type { arrival as english } from '../en/arrival';
import type { Messages } from '../shape';

export const arrival: Messages<typeof english> = {
  link: {
    title: 'リンクからテキストが届きました。読み取りますか？',
    lead: 'エラーの入力欄に入れるだけです。診断は始まらず、どこにも送信されません。',
  },
  read: '読み取る',
  no: '読み取らない',
  caseGone:
    'リンク先の診断はここにはありません。削除されたか、別のコンピューターまたは練習モードの診断です。',
  badLink: 'このリンクは開けません。壊れているか、長すぎるか、このバージョンでは使えない形式です。',
  copyLink: 'この診断へのリンクをコピー',
};
