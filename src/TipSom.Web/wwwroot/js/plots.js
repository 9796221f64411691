// Makes the bitmap of a plot from its picture, and opens its table before printing. Pages are whole without it.
const scale = 2;
for (const link of document.querySelectorAll('[data-png]')) {
  link.hidden = false;
  link.addEventListener('click', async event => {
    event.preventDefault();
    const picture = new Image();
    picture.src = link.href;
    try { await picture.decode(); } catch { location.assign(link.href); return; }
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
    const area = canvas.getContext('2d');
    area.fillStyle = '#fff';
    area.fillRect(0, 0, canvas.width, canvas.height);
    area.drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(blob => {
      const file = document.createElement('a');
      file.href = URL.createObjectURL(blob);
      const address = new URL(link.href);
      file.download = 'tipsom-' + (address.searchParams.get('plot') || address.pathname.split('/').pop()) + '.png';
      file.click();
      URL.revokeObjectURL(file.href);
    }, 'image/png');
  });
}
addEventListener('beforeprint', () => document.querySelectorAll('.plot-table').forEach(table => { table.open = true; }));
