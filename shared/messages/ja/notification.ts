import type { notification as english } from '../en/notification';
import type { Messages } from '../shape';

export const notification: Messages<typeof english> = {
  provenTitle: 'アクセスが開きました',
  provenBody: '{{model}} への無料のテストが、3 回続けてアクセスの確認をすべて通過しました。',
  gaveUpTitle: 'まだ拒否されています',
  gaveUpBody:
    '{{model}} は時間内に使えるようになりませんでした。アプリで、ほかに考えられる原因をご確認ください。',
};
