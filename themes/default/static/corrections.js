// The address of a correction that has moved on to an older page leads to it there. Without this file the
// reader stands on the newest page and goes back by hand.

const wanted = decodeURIComponent(location.hash.slice(1));
const pageBefore = (page, address) => {
  const link = page.querySelector('.pages a[rel="prev"]');
  return link && new URL(link.getAttribute("href"), address).href;
};

if (wanted && !document.getElementById(wanted)) {
  let address = pageBefore(document, location.href);
  while (address) {
    const answer = await fetch(address);
    if (!answer.ok) break;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.getElementById(wanted)) {
      location.replace(`${address}#${wanted}`);
      break;
    }
    address = pageBefore(page, address);
  }
}
