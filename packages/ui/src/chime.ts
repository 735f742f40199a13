/** The sounds of the shop: short, woody, told apart by pitch and rhythm. */
export type Chime = "new-order" | "ageing" | "ready" | "connection-lost";

interface Strike {
  /** Seconds after the start. */
  at: number;
  hertz: number;
  /** Loudness 0 to 1, and seconds until it has died away. */
  gain: number;
  decay: number;
  /** Wood is damped and drops in pitch; a bell rings on with partials. */
  body: "wood" | "bell";
}

const scores: Record<Chime, readonly Strike[]> = {
  "new-order": [
    { at: 0, hertz: 392, gain: 0.5, decay: 0.16, body: "wood" },
    { at: 0.17, hertz: 392, gain: 0.42, decay: 0.2, body: "wood" },
  ],
  ageing: [{ at: 0, hertz: 196, gain: 0.6, decay: 0.34, body: "wood" }],
  ready: [
    { at: 0, hertz: 1046.5, gain: 0.28, decay: 1.3, body: "bell" },
    { at: 0.18, hertz: 1568, gain: 0.24, decay: 1.6, body: "bell" },
  ],
  "connection-lost": [
    { at: 0, hertz: 329.6, gain: 0.5, decay: 0.3, body: "wood" },
    { at: 0.28, hertz: 261.6, gain: 0.5, decay: 0.45, body: "wood" },
  ],
};

/** Partials of a struck body: frequency ratio, share of the gain, share of the decay. */
const partials = {
  wood: [
    [1, 1, 1],
    [3.9, 0.22, 0.3],
    [9.2, 0.06, 0.12],
  ],
  bell: [
    [1, 1, 1],
    [2.76, 0.4, 0.6],
    [5.4, 0.16, 0.3],
  ],
} as const;

/** Plays a chime on a running audio context, as loud as `volume` from 0 to 1. */
export function playChime(context: AudioContext, chime: Chime, volume = 1): void {
  if (volume <= 0) return;
  for (const strike of scores[chime]) {
    for (const [ratio, share, length] of partials[strike.body]) {
      ring(context, strike, strike.hertz * ratio, strike.gain * share * volume, strike.decay * length);
    }
  }
}

function ring(context: AudioContext, strike: Strike, hertz: number, gain: number, decay: number): void {
  const start = context.currentTime + 0.02 + strike.at;
  const oscillator = context.createOscillator();
  const loudness = context.createGain();
  oscillator.frequency.setValueAtTime(strike.body === "wood" ? hertz * 1.06 : hertz, start);
  oscillator.frequency.exponentialRampToValueAtTime(hertz, start + 0.04);
  loudness.gain.setValueAtTime(0.0001, start);
  loudness.gain.exponentialRampToValueAtTime(gain, start + 0.004);
  loudness.gain.exponentialRampToValueAtTime(0.0001, start + decay);
  oscillator.connect(loudness).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + decay + 0.05);
}
