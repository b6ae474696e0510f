import type { notification as english } from '../en/notification';
import type { Messages } from '../shape';

export const notification: Messages<typeof english> = {
  provenTitle: '使えるようになりました',
  provenBody: 'お使いのキーでの {{model}} へのアクセスが、3 回続けて通りました。',
  gaveUpTitle: 'まだ拒否されています',
  gaveUpBody:
    '{{model}} は時間内に使えるようになりませんでした。アプリで、ほかに考えられる原因をご確認ください。',
};
