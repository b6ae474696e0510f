import type { notification as english } from '../en/notification';
import type { Messages } from '../shape';

export const notification: Messages<typeof english> = {
  provenTitle: 'モデルが応答しました',
  provenBody: '{{model}} が 3 回続けて応答しました。',
  gaveUpTitle: 'まだ拒否されています',
  gaveUpBody:
    '{{model}} は時間内に使えるようになりませんでした。アプリで、ほかに考えられる原因をご確認ください。',
};
