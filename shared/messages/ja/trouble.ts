import type { trouble as english } from '../en/trouble';
import type { Messages } from '../shape';

export const trouble: Messages<typeof english> = {
  hang: {
    message: 'ウィンドウが応答していません',
    detail:
      '処理に時間がかかっているだけかもしれません。実行中のテストは続いています。読み込み直すと、最後に入力が止まった時点のテキストから再開します（検出されたキーは取り除かれます）。',
    wait: '待つ',
    reload: '読み込み直す',
  },
  crash: {
    message: 'ウィンドウが 1 分間に 4 回クラッシュしました',
    detail:
      '自動での読み込み直しを止めました。実行中のテストは続いています。入力したテキストが原因かもしれない場合は、テキストなしで読み込んでください。',
    again: '読み込み直す',
    without_text: 'テキストなしで読み込む',
    quit: '終了',
  },
  variables:
    '次の環境変数が設定されているため起動しません：{{names}}。動作の記録が外部に書き出されるためです。設定を解除してから、もう一度起動してください。',
};
