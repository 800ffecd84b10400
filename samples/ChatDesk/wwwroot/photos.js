// A buyer's photo in a dialog. While WB checks it, the dialog says so and asks again.
import { $, request, t } from './page.js';

const secondsToWait = 30;
let path = null;
let again = 0;

export function openPhoto(photoPath, name) {
  path = photoPath;
  $('photo-title').textContent = name;
  $('photo').showModal();
  load();
}

async function load() {
  const wanted = path;
  clearTimeout(again);
  $('photo-again').hidden = true;
  $('photo-state').className = '';
  $('photo-state').textContent = t.photoLoading;
  try {
    const content = await (await request('GET', wanted)).blob();
    if (wanted !== path) return;
    $('photo-image').src = URL.createObjectURL(content);
    await $('photo-image').decode();
    $('photo-image').hidden = false;
    $('photo-state').textContent = '';
  } catch (error) {
    if (wanted !== path) return;
    const isChecked = error.code === 'file_in_moderation';
    $('photo-state').textContent = isChecked ? `${error.message} ${t.photoAgain(secondsToWait)}` : error.code ? error.message : t.photoBroken;
    $('photo-state').className = isChecked ? 'warning' : 'failure';
    $('photo-again').hidden = false;
    if (isChecked) again = setTimeout(load, secondsToWait * 1000);
  }
}

$('photo-again').onclick = load;
$('photo-close').onclick = () => $('photo').close();
$('photo').onclose = () => {
  path = null;
  clearTimeout(again);
  URL.revokeObjectURL($('photo-image').src);
  $('photo-image').removeAttribute('src');
  $('photo-image').hidden = true;
};
