// A calendar that knows nothing of the app. The step added to the history takes away what could be gone forward to.
history.pushState(null, '', location.pathname);
const today = new Date();
let [year, month] = [today.getFullYear(), today.getMonth()];

const draw = () => {
  const first = new Date(year, month, 1);
  [year, month] = [first.getFullYear(), first.getMonth()];
  document.getElementById('month').textContent = `${year}年${month + 1}月`;
  const days = new Date(year, month + 1, 0).getDate();
  const cells = [...Array(first.getDay()).fill(''), ...Array.from({ length: days }, (_, i) => i + 1)];
  const rows = [];
  while (cells.length) {
    const row = document.createElement('tr');
    for (const day of [...cells.splice(0, 7), '', '', '', '', '', ''].slice(0, 7)) {
      const cell = row.insertCell();
      cell.textContent = day;
      if (day === today.getDate() && month === today.getMonth() && year === today.getFullYear()) cell.setAttribute('aria-current', 'date');
    }
    rows.push(row);
  }
  document.getElementById('days').replaceChildren(...rows);
};

document.getElementById('before').onclick = () => { month -= 1; draw(); };
document.getElementById('after').onclick = () => { month += 1; draw(); };
draw();
