export type PinFault = 'pin-digits' | 'pin-plain';

/** What is wrong with a new PIN, or null: six figures, neither one piece over and over nor as they are counted. */
export function findPinFault(pin: string): PinFault | null {
  if (!/^\d{6}$/.test(pin)) return 'pin-digits';
  const counted = '01234567890123456789';
  const isCounted = counted.includes(pin) || counted.includes([...pin].reverse().join(''));
  return isCounted || /^(\d{1,3})\1+$/.test(pin) ? 'pin-plain' : null;
}
