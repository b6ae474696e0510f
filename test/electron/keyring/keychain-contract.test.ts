import { KeychainVault } from '../../../electron/vault/keychain-vault';
import { ForkTransport } from '../../support/fork-transport';
import { PrivateKeyring } from '../../support/private-keyring';
import { describeVault } from '../vault/contract';

describeVault('the vault in a real keyring', async () => {
  const keyring = await PrivateKeyring.start();
  const vault = new KeychainVault(new ForkTransport(keyring.env).start, { platform: 'linux' });
  return {
    vault,
    close: async () => {
      await vault.close();
      await keyring.stop();
    },
  };
});
