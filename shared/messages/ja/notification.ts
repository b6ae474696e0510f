import type { notification as english } from '../en/notification';
import type { Messages } from '../shape';

export const notification: Messages<typeof english> = {
  provenTitle: 'アクセスできるようになりました',
  provenBody: '{{model}} へのテストが、テストで分かるアクセスの確認を続けてすべて通過しました。',
  listedTitle: '一覧に戻りました',
  listedBody:
    '{{model}} の情報を 3 回続けて取得できました。実際に応答するかどうかは、ご自身のプログラムでご確認ください。',
  unprovenTitle: 'テストは通りましたが、未確認です',
  unprovenBody:
    '{{model}} への無料のテストは通りました。残りは実際のリクエストでしか分かりません。アプリでご確認ください。',
  provesNothingTitle: '無料のテストでは判断できません',
  provesNothingBody:
    'このキーでは、使えないモデルでも無料のテストが通ります。アプリで実際のリクエストを送ってください。',
  gaveUpTitle: 'まだ拒否されています',
  unclearTitle: 'まだ安定していません',
  gaveUpBody:
    '{{model}} は時間内に使えるようになりませんでした。アプリで、ほかに考えられる原因をご確認ください。',
  runDoneTitle: '対応表のテストが終わりました',
  runDoneBody:
    'テスト {{total}} 件中 {{done}} 件、拒否 {{denied}} 件、はっきりしない応答 {{unknown}} 件です。',
  runFailedTitle: '対応表のテストが止まりました',
  runFailedBody: '{{total}} 件中 {{done}} 件で止まりました。理由はアプリでご確認ください。',
};
