import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf, siteOf } from './network-of.ts';

test('addresses of one /64 are one network, however they are written', () => {
  for (const address of [
    '2001:db8:1:2::1',
    '2001:0DB8:0001:0002:aaaa:bbbb:cccc:dddd',
    '2001:db8:1:2:0:0:0:9%eth0',
  ]) {
    assert.equal(networkOf(address), '2001:db8:1:2::/64');
  }
  assert.equal(networkOf('2001:db8::5'), '2001:db8:0:0::/64');
  assert.notEqual(networkOf('2001:db8:1:3::1'), networkOf('2001:db8:1:2::1'));
});

test('an IPv4 address stands for itself, also when it comes mapped into IPv6', () => {
  assert.equal(networkOf('198.51.100.9'), '198.51.100.9');
  assert.equal(networkOf('::ffff:198.51.100.9'), '198.51.100.9');
  assert.equal(networkOf('bukan alamat'), 'bukan alamat');
  assert.equal(networkOf(''), '');
  assert.equal(siteOf('198.51.100.9'), '198.51.100.9');
});

test('all networks of a /48 are one site', () => {
  assert.equal(siteOf('2001:db8:1:2::1'), '2001:db8:1::/48');
  assert.equal(siteOf('2001:0DB8:0001:ffff::9%eth0'), '2001:db8:1::/48');
  assert.notEqual(siteOf('2001:db8:2:2::1'), siteOf('2001:db8:1:2::1'));
});
