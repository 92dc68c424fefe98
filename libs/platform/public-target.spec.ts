import { isPublicAddress, PrivateTarget, publicAddressOf, targetError } from './public-target.js';

const INSIDE = [
  ...['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.255.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8'],
  ...['64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001::1', 'not an address', ''],
];

describe('an address that an administrator enters', () => {
  it('is never an address inside, however it is written', () => {
    for (const address of INSIDE) expect([address, isPublicAddress(address)]).toEqual([address, false]);
    for (const address of ['8.8.8.8', '172.32.0.1', '192.167.0.1', '2606:4700::1111', '2a00:1450::1'])
      expect([address, isPublicAddress(address)]).toEqual([address, true]);
    for (const host of [
      '127.0.0.1',
      '0x7f.1',
      '2130706433',
      '[::1]',
      '[::ffff:127.0.0.1]',
      'localhost',
      'LOCALHOST',
    ])
      expect([host, targetError(`https://${host}/`, false)]).toEqual([
        host,
        'The address must be on the public internet',
      ]);
  });

  it('is a public https address', () => {
    expect(targetError('https://hooks.example.org/bridges?x=1', false)).toBeNull();
    expect(targetError('https://hooks.example.org:8443/', false)).toBeNull();
    expect(targetError('http://hooks.example.org/', false)).toMatch(/https/);
    expect(targetError('https://user@hooks.example.org/', false)).toMatch(/user name/);
    expect(targetError('https://hooks.example.org/#x', false)).toMatch(/#/);
    expect(targetError('https://intranet/', false)).toMatch(/public/);
    expect(targetError('https://db.internal/', false)).toMatch(/public/);
  });

  it('may be this machine only where that is allowed, and still no other inside', () => {
    expect(targetError('http://127.0.0.1:3000/', true)).toBeNull();
    expect(targetError('http://localhost:3000/', true)).toBeNull();
    expect(targetError('http://127.0.0.2/', true)).not.toBeNull();
    expect(targetError('https://10.0.0.1/', true)).not.toBeNull();
  });

  it('is looked up at the time of sending: a name that leads inside is refused', async () => {
    await expect(publicAddressOf(new URL('https://localhost/'), false)).rejects.toThrow(PrivateTarget);
    await expect(publicAddressOf(new URL('https://169.254.169.254/'), true)).rejects.toThrow(PrivateTarget);
    await expect(publicAddressOf(new URL('https://[::1]/'), false)).rejects.toThrow(PrivateTarget);
    expect(await publicAddressOf(new URL('http://127.0.0.1/'), true)).toEqual({
      address: '127.0.0.1',
      family: 4,
    });
  });
});
