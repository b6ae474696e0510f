import type { arrival as english } from '../en/arrival';
import type { Messages } from '../shape';

export const arrival: Messages<typeof english> = {
  link: {
    title: 'リンクからテキストが届きました。読み取りますか？',
    lead: 'エラーの入力欄に入れるだけです。診断は始まらず、どこにも送信されません。',
  },
  clipboard: {
    title: 'クリップボードにエラーがあります。',
    hint: 'コピーしたエラーを、戻ったときに知らせますか？',
    turnOn: '知らせる',
    notWanted: '知らせない',
    setting: 'クリップボード',
    settingHelp:
      '内容が変わったときに 1 回だけ、このコンピューター内で確認します。保存も送信もせず、取り込む前に必ず確認します。',
    offer: 'ウィンドウに戻ったとき、クリップボードにエラーがあれば知らせる',
  },
  read: '読み取る',
  no: '読み取らない',
  caseGone:
    'リンク先の診断はここにはありません。削除されたか、別のコンピューターまたは練習モードの診断です。',
  caseGoneInPractice:
    'リンク先の診断は、この練習にはありません。ご自身の診断の場合は、練習を終えてからリンクをもう一度開いてください。',
  badLink: 'このリンクは開けません。壊れているか、長すぎるか、このバージョンでは使えない形式です。',
  copyLink: 'この診断へのリンクをコピー',
};
