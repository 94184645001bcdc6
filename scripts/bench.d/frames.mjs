// What a camera sees of a drawn code: the same frames on every machine (JPEG apart, which the browser makes).

// mulberry32
const dice = seed => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

// The dark modules of an SVG path of ours, quiet zone included.
export const modules = (side, path) => {
  const dark = new Uint8Array(side * side);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) dark.fill(1, +y * side + +x, +y * side + +x + +width);
  return { side, dark };
};

const grid = (width, height) => ({ width, height, px: new Float32Array(width * height) });

// A surface with a grain, darker and lighter here and there.
const surface = (width, height, random) => {
  const out = grid(width, height);
  const coarse = Array.from({ length: 30 * 30 }, () => 70 + 130 * random());
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x / width) * 28, v = (y / height) * 28, i = Math.floor(v) * 30 + Math.floor(u), a = u % 1, b = v % 1;
      out.px[y * width + x] = (coarse[i] * (1 - a) + coarse[i + 1] * a) * (1 - b) + (coarse[i + 30] * (1 - a) + coarse[i + 31] * a) * b + 16 * (random() - 0.5);
    }
  }
  return out;
};

// The code held before the surface: turned, leaning (the far edge shorter by that part), bent.
const held = (code, width, height, { scale, turn = 0, lean = 0, bend = 0 }, random) => {
  const out = surface(width, height, random);
  const { side, dark } = code;
  const [cx, cy] = [width / 2 + 12 * (random() - 0.5), height / 2 + 12 * (random() - 0.5)];
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0, inside = 0;
      for (let s = 0; s < 4; s++) {
        const dx = x + 0.25 + 0.5 * (s & 1) - cx, dy = y + 0.25 + 0.5 * (s >> 1) - cy;
        let u = (dx * cos + dy * sin) / (scale * side), v = (dy * cos - dx * sin) / (scale * side);
        u *= 1 + lean * (0.5 - v);
        v *= 1 + lean * (0.5 - v) * 0.5;
        v += bend * (u * u - 0.1);
        const mx = Math.floor((u + 0.5) * side), my = Math.floor((v + 0.5) * side);
        if (mx < 0 || my < 0 || mx >= side || my >= side) continue;
        inside++;
        sum += dark[my * side + mx] ? 12 : 240;
      }
      const at = y * width + x;
      if (inside) out.px[at] = sum / 4 + out.px[at] * (1 - inside / 4);
    }
  }
  return out;
};

const each = (picture, change) => {
  for (let y = 0, at = 0; y < picture.height; y++) for (let x = 0; x < picture.width; x++, at++) picture.px[at] = change(picture.px[at], x, y);
  return picture;
};

const along = (picture, dx, dy, weights) => {
  const out = grid(picture.width, picture.height), middle = (weights.length - 1) / 2;
  const { width, height, px } = picture;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) {
        const nx = Math.min(Math.max(Math.round(x + (i - middle) * dx), 0), width - 1), ny = Math.min(Math.max(Math.round(y + (i - middle) * dy), 0), height - 1);
        sum += weights[i] * px[ny * width + nx];
      }
      out.px[y * width + x] = sum;
    }
  }
  return out;
};

const blurred = (picture, sigma) => {
  const reach = Math.ceil(3 * sigma), weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const all = weights.reduce((a, b) => a + b), even = weights.map(w => w / all);
  return along(along(picture, 1, 0, even), 0, 1, even);
};

const noisy = (picture, deviation, random) => each(picture, px => px + deviation * Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random()));

const jpeg = async (picture, quality) => {
  const canvas = new OffscreenCanvas(picture.width, picture.height), context = canvas.getContext('2d', { willReadFrequently: true });
  context.putImageData(new ImageData(rgba(picture), picture.width), 0, 0);
  const bitmap = await createImageBitmap(await canvas.convertToBlob({ type: 'image/jpeg', quality }));
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  return each(picture, (_, x, y) => data[4 * (y * picture.width + x)]);
};

// The pixels a canvas would give.
export const rgba = picture => {
  const out = new Uint8ClampedArray(4 * picture.px.length);
  picture.px.forEach((px, i) => { out[4 * i] = out[4 * i + 1] = out[4 * i + 2] = px; out[4 * i + 3] = 255; });
  return out;
};

// What can happen to a picture. `module` is pixels a module, `random` a die of this frame's own.
const between = (random, low, high) => low + (high - low) * random();
const small = random => between(random, -0.05, 0.05);
export const MISHAPS = {
  'held straight': [random => ({ turn: small(random) })],
  turned: [random => ({ turn: between(random, 0, 2 * Math.PI), wide: true })],
  leaning: [random => ({ turn: between(random, -0.2, 0.2), lean: between(random, 0.1, 0.35) })],
  bent: [random => ({ turn: small(random), bend: between(random, 0.1, 0.3) })],
  'out of focus': [random => ({ turn: small(random) }), (p, random, module) => blurred(p, module * between(random, 0.25, 0.5))],
  'in motion': [random => ({ turn: small(random) }), (p, random, module) => {
    const length = Math.max(3, Math.round(module * between(random, 0.6, 1.4))), way = between(random, 0, Math.PI);
    return along(p, Math.cos(way), Math.sin(way), Array(length).fill(1 / length));
  }],
  'a noisy sensor': [random => ({ turn: small(random) }), (p, random) => noisy(p, between(random, 15, 45), random)],
  'a dim screen': [random => ({ turn: small(random) }), (p, random) => {
    const low = between(random, 20, 90), high = low + between(random, 25, 60);
    return noisy(each(p, px => low + ((high - low) * px) / 255), 3, random);
  }],
  'uneven light': [random => ({ turn: small(random) }), (p, random) => {
    const way = between(random, 0, 2 * Math.PI);
    return each(p, (px, x, y) => px * (0.6 + 0.45 * Math.cos(way) * (x / p.width - 0.5) * 2 + 0.35 * Math.sin(way) * (y / p.height - 0.5) * 2));
  }],
  glare: [random => ({ turn: small(random) }), (p, random) => {
    const gx = p.width * between(random, 0.35, 0.65), gy = p.height * between(random, 0.35, 0.65), r = p.height * between(random, 0.06, 0.14);
    return each(p, (px, x, y) => px + 320 * Math.exp(-((x - gx) ** 2 + (y - gy) ** 2) / (r * r)));
  }],
  'a screen through a camera': [random => ({ turn: small(random) }), (p, random) => {
    const a = between(random, 2.1, 3.6), b = between(random, 2.1, 3.6), way = between(random, 0, 0.3);
    return each(p, (px, x, y) => px * (0.8 + 0.2 * Math.sin((2 * Math.PI * (x + way * y)) / a)) * (0.8 + 0.2 * Math.sin((2 * Math.PI * (y - way * x)) / b)) * 1.2);
  }],
  'a poor JPEG': [random => ({ turn: small(random) }), (p, random) => jpeg(p, between(random, 0.1, 0.35))],
  'held in the hand': [random => ({ turn: between(random, -0.25, 0.25), lean: between(random, 0, 0.2) }), (p, random, module) =>
    noisy(each(blurred(p, module * between(random, 0.15, 0.3)), (px, x) => px * (0.75 + (0.3 * x) / p.width)), between(random, 4, 12), random)],
};

// One frame: deterministic in its seed.
export async function frame(code, width, height, mishap, seed) {
  const random = dice(seed);
  const [how, after] = MISHAPS[mishap];
  const { wide, ...hold } = how(random);
  const room = (0.96 * height) / code.side / (wide ? 1.35 : 1.08);
  const scale = Math.min(room, between(random, 2.5, 5.5));
  const picture = held(code, width, height, { ...hold, scale }, random);
  return rgba(after ? await after(picture, random, scale) : picture);
}
