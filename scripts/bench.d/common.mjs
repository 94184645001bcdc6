// Packages that are written for Node, in a worker: each file is fetched when it is first required.
export function commonJs(root) {
  const loaded = new Map();
  const fetched = path => {
    const request = new XMLHttpRequest();
    request.open('GET', root + path, false);
    request.send();
    return request.status === 200 ? request.responseText : undefined;
  };
  const load = path => {
    if (loaded.has(path)) return loaded.get(path).exports;
    const text = fetched(path);
    if (text === undefined) throw new Error(`no ${path}`);
    const module = { exports: {} };
    loaded.set(path, module);
    const near = name => {
      if (!name.startsWith('.')) return load(`${name}/${JSON.parse(fetched(`${name}/package.json`)).main}`);
      return load(`${new URL(name, `https://here/${path}`).pathname.slice(1)}.js`);
    };
    new Function('module', 'exports', 'require', text)(module, module.exports, near);
    return module.exports;
  };
  return name => load(`${name}.js`);
}
